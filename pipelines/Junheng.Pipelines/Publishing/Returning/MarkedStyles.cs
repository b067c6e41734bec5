using Junheng.Models.Findings;
using Junheng.Pipelines.Publishing.Workbooks;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>The styles of a county's own workbook, each also on the ground of a faulty cell.</summary>
sealed class MarkedStyles
{
    readonly X.Stylesheet sheet;
    readonly List<X.CellFormat> formats;
    readonly Dictionary<(uint Format, Severity? Fault, bool Quoted), uint> made = [];
    readonly Dictionary<Severity, uint> fills = [];
    readonly HashSet<uint> ours;

    /// <param name="returnedBefore">Whether the workbook came back from an earlier return: what was marked then is no longer.</param>
    public MarkedStyles(X.Stylesheet sheet, bool returnedBefore)
    {
        this.sheet = sheet;
        // A workbook may leave out what it does not use.
        sheet.Fonts ??= new X.Fonts(new X.Font());
        sheet.Fills ??= new X.Fills(Pattern(X.PatternValues.None), Pattern(X.PatternValues.Gray125));
        sheet.Borders ??= new X.Borders(new X.Border());
        sheet.CellStyleFormats ??= new X.CellStyleFormats(new X.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 });
        sheet.CellFormats ??= new X.CellFormats(new X.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 });
        formats = sheet.CellFormats.Elements<X.CellFormat>().ToList();
        var grounds = returnedBefore ? Enum.GetValues<Severity>().Select(severity => "FF" + FiledCell.FillOf(severity)).ToHashSet(StringComparer.Ordinal) : [];
        ours = sheet.Fills.Elements<X.Fill>().Select((fill, index) => (fill.PatternFill?.ForegroundColor?.Rgb?.Value, Index: (uint)index))
            .Where(fill => fill.Value is { } colour && grounds.Contains(colour)).Select(fill => fill.Index).ToHashSet();
    }

    /// <summary>How many there are by now: ours are numbered behind them.</summary>
    public uint Count => (uint)formats.Count;

    /// <param name="format">The number of the style the cell has.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    /// <param name="quoted">Whether its text must never become a formula.</param>
    public uint Of(uint format, Severity? fault, bool quoted)
    {
        var known = format < formats.Count ? format : 0;
        if (fault is null && !quoted && !IsStale(known)) return known;
        if (made.TryGetValue((known, fault, quoted), out var index)) return index;
        var style = (X.CellFormat)formats[(int)known].CloneNode(deep: true);
        if (fault is { } severity) (style.FillId, style.ApplyFill) = (FillOf(severity), true);
        else if (IsStale(known)) (style.FillId, style.ApplyFill) = (0, true);
        if (quoted) style.QuotePrefix = true;
        sheet.CellFormats!.Append(style);
        formats.Add(style);
        sheet.CellFormats.Count = (uint)formats.Count;
        return made[(known, fault, quoted)] = (uint)formats.Count - 1;
    }

    bool IsStale(uint format) => ours.Count > 0 && formats[(int)format].FillId is { } fill && ours.Contains(fill.Value);

    uint FillOf(Severity severity)
    {
        if (fills.TryGetValue(severity, out var known)) return known;
        sheet.Fills!.Append(new X.Fill(new X.PatternFill(new X.ForegroundColor { Rgb = "FF" + FiledCell.FillOf(severity) }, new X.BackgroundColor { Indexed = 64 }) { PatternType = X.PatternValues.Solid }));
        sheet.Fills.Count = (uint)sheet.Fills.ChildElements.Count;
        return fills[severity] = (uint)sheet.Fills.ChildElements.Count - 1;
    }

    static X.Fill Pattern(X.PatternValues pattern) => new(new X.PatternFill { PatternType = pattern });
}
