using Junheng.Models.Findings;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>The first sheet of a returned workbook: every finding in a row, the worst first, with a link to its cell.</summary>
sealed class FindingSheet(string file, IReadOnlyList<Finding> findings, TextBook texts)
{
    const int CellColumn = 4;
    const int LineHeight = 15;
    const int MostLines = 20;

    static readonly string[] Headers = ["returned.severity", "returned.code", "returned.place", "returned.cell", "returned.value", "returned.what", "returned.fix"];
    static readonly double[] Widths = [8, 24, 18, 18, 18, 50, 60];
    static readonly CellStyle Title = new() { Bold = true, Size = 14 };
    static readonly CellStyle Head = new() { Bold = true, Fill = "DDEBF7", Bordered = true, Wrapped = true, Centred = true };
    static readonly CellStyle Words = new() { Bordered = true, Wrapped = true };
    static readonly CellStyle Lead = Words with { Underlined = true, Colour = "0563C1" };

    public static SheetLayout Layout { get; } = SheetLayout.OfWidths(Widths) with { FrozenRows = 5 };

    /// <param name="names">How the sheets of the file are called here; none when it could not be read.</param>
    /// <param name="lastRow">Of the longest sheet, as filed.</param>
    /// <param name="remark">How the sheets behind this one came to be.</param>
    public void Write(SheetWriter sheet, IReadOnlyDictionary<string, string> names, int lastRow, string remark = "")
    {
        sheet.Row([Cell.Of(texts["returned.title", ("file", file)], Title)], height: 24);
        sheet.Row([Cell.Of(texts["returned.counts", ("errors", Count(Severity.Error)), ("warnings", Count(Severity.Warning)), ("notes", Count(Severity.Note))])]);
        sheet.Row([Cell.Of(names.Count > 0 ? texts["returned.how", ("file", file)] : texts["returned.unread"])]);
        var cut = lastRow > SheetWriter.MostRows || findings.Count > NoteWords.Most ? texts["returned.cut", ("rows", SheetWriter.MostRows), ("notes", NoteWords.Most)] : "";
        sheet.Row(cut.Length + remark.Length > 0 ? [Cell.Of(string.Join(' ', new[] { remark, cut }.Where(words => words.Length > 0)))] : []);
        sheet.Row(Headers.Select(header => Cell.Of(texts[header], Head)), height: 20);
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity).Take(SheetWriter.MostRows - sheet.LastRow)) Write(sheet, finding, names);
        sheet.Filter(new CellRange(1, 5, Headers.Length, Math.Max(5, sheet.LastRow)));
    }

    void Write(SheetWriter sheet, Finding finding, IReadOnlyDictionary<string, string> names)
    {
        var name = names.GetValueOrDefault(finding.Place.Sheet) ?? (names.Count == 1 ? names.Values.First() : null);
        var (column, row) = FaultyCells.TargetOf(finding);
        var address = finding.Place.Row > 0 ? CellRange.Address(column, Math.Min(row, SheetWriter.MostRows)) : "";
        var leads = name is not null && address.Length > 0;
        string[] words = [texts["finding." + finding.Severity.ToString().ToLowerInvariant()], finding.Code, name ?? finding.Place.Sheet, address, finding.Value, finding.What(texts), finding.Fix(texts)];
        // Not every spreadsheet makes a row as tall as its words by itself.
        var lines = words.Zip(Widths, (text, width) => text.Split('\n').Sum(line => 1 + (int)(DisplayWidth.Of(line) / width))).Max();
        sheet.Row(
            words.Select((text, index) => Cell.Of(text, index switch
            {
                0 => Words with { Fill = FiledCell.FillOf(finding.Severity) },
                CellColumn - 1 when leads => Lead,
                _ => Words,
            })),
            height: LineHeight * Math.Min(lines, MostLines));
        if (leads) sheet.Link(CellColumn, sheet.LastRow, name!, address, address);
    }

    int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
}
