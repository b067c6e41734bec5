using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>The styles of a workbook, each once, in the order they were first used.</summary>
/// <param name="first">The number of the first: those before it are another's.</param>
sealed class StyleTable(uint first = 0)
{
    // Offices have it everywhere, and it has every character that names need.
    const string FontName = "宋体";
    const uint FirstOwnFormat = 164;

    static readonly Dictionary<NumberFormat, (uint Id, string? Code)> Formats = new()
    {
        [NumberFormat.General] = (0, null),
        [NumberFormat.Text] = (49, null),
        [NumberFormat.Whole] = (3, null),
        [NumberFormat.Fraction] = (FirstOwnFormat, "#,##0.00####"),
        [NumberFormat.Coefficient] = (FirstOwnFormat + 2, "0.000###"),
        [NumberFormat.Money] = (4, null),
        [NumberFormat.Year] = (1, null),
        [NumberFormat.Date] = (FirstOwnFormat + 1, "yyyy-mm-dd"),
    };

    readonly List<CellStyle> styles = [CellStyle.Plain];
    readonly List<CellStyle> differences = [];
    readonly Dictionary<CellStyle, uint> indexes = new() { [CellStyle.Plain] = 0 };

    public uint IndexOf(CellStyle style)
    {
        if (indexes.TryGetValue(style, out var index)) return first + index;
        styles.Add(style);
        return first + (indexes[style] = (uint)styles.Count - 1);
    }

    /// <summary>Of a look that comes and goes with what a cell holds: letters and ground only.</summary>
    public uint DifferenceOf(CellStyle style)
    {
        if (!differences.Contains(style)) differences.Add(style);
        return (uint)differences.IndexOf(style);
    }

    public void Write(WorkbookStylesPart part)
    {
        // One font, fill and border a style keeps the indexes equal; the first two fills are prescribed.
        part.Stylesheet = new X.Stylesheet(
            new X.NumberingFormats(Formats.Values.Where(format => format.Code is not null).Select(format => new X.NumberingFormat { NumberFormatId = format.Id, FormatCode = format.Code })),
            new X.Fonts(styles.Select(FontOf)),
            new X.Fills([Pattern(X.PatternValues.None), Pattern(X.PatternValues.Gray125), .. styles.Select(FillOf)]),
            new X.Borders([new X.Border(), BorderOf()]),
            new X.CellStyleFormats(new X.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new X.CellFormats(styles.Select((style, index) => FormatOf(style, (uint)index, (uint)index + 2, style.Bordered ? 1u : 0u, Formats[style.Format].Id))),
            new X.CellStyles(new X.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        if (differences.Count > 0) part.Stylesheet.Append(new X.DifferentialFormats(differences.Select(DifferenceFrom)) { Count = (uint)differences.Count });
        part.Stylesheet.Save();
    }

    /// <summary>Adds them behind the styles of a sheet that has fonts, fills, borders and formats of its own.</summary>
    public void AddTo(X.Stylesheet sheet)
    {
        var (fonts, fills, borders) = ((uint)sheet.Fonts!.ChildElements.Count, (uint)sheet.Fills!.ChildElements.Count, (uint)sheet.Borders!.ChildElements.Count);
        var numbers = NumbersIn(sheet);
        sheet.Fonts.Append(styles.Select(FontOf));
        sheet.Fills.Append(styles.Select(FillOf));
        sheet.Borders.Append(new X.Border(), BorderOf());
        sheet.CellFormats!.Append(styles.Select((style, index) => FormatOf(style, fonts + (uint)index, fills + (uint)index, borders + (style.Bordered ? 1u : 0u), numbers[style.Format])));
        foreach (var counted in new DocumentFormat.OpenXml.OpenXmlElement[] { sheet.Fonts, sheet.Fills, sheet.Borders, sheet.CellFormats })
            counted.SetAttribute(new DocumentFormat.OpenXml.OpenXmlAttribute("count", "", counted.ChildElements.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    // Formats of our own go by the first numbers that are free there.
    Dictionary<NumberFormat, uint> NumbersIn(X.Stylesheet sheet)
    {
        var taken = sheet.NumberingFormats?.Elements<X.NumberingFormat>().Select(format => format.NumberFormatId?.Value ?? 0).Append(FirstOwnFormat - 1).Max() ?? FirstOwnFormat - 1;
        return Formats.ToDictionary(format => format.Key, format =>
        {
            if (format.Value.Code is not { } code || !styles.Exists(style => style.Format == format.Key)) return format.Value.Id;
            sheet.NumberingFormats ??= new X.NumberingFormats();
            sheet.NumberingFormats.Append(new X.NumberingFormat { NumberFormatId = ++taken, FormatCode = code });
            sheet.NumberingFormats.Count = (uint)sheet.NumberingFormats.ChildElements.Count;
            return taken;
        });
    }

    static X.Font FontOf(CellStyle style)
    {
        // The order of the elements is prescribed.
        var font = new X.Font();
        if (style.Bold) font.Append(new X.Bold());
        if (style.Italic) font.Append(new X.Italic());
        if (style.Underlined) font.Append(new X.Underline());
        font.Append(new X.FontSize { Val = style.Size });
        if (style.Colour is { } colour) font.Append(new X.Color { Rgb = "FF" + colour });
        font.Append(new X.FontName { Val = FontName });
        return font;
    }

    static X.Fill FillOf(CellStyle style) => style.Fill is { } colour
        ? new X.Fill(new X.PatternFill(new X.ForegroundColor { Rgb = "FF" + colour }, new X.BackgroundColor { Indexed = 64 }) { PatternType = X.PatternValues.Solid })
        : Pattern(X.PatternValues.None);

    static X.DifferentialFormat DifferenceFrom(CellStyle style)
    {
        var font = new X.Font();
        if (style.Bold) font.Append(new X.Bold());
        if (style.Italic) font.Append(new X.Italic());
        if (style.Colour is { } colour) font.Append(new X.Color { Rgb = "FF" + colour });
        // A difference has its colour where a cell has its pattern's ground.
        return style.Fill is { } fill
            ? new X.DifferentialFormat(font, new X.Fill(new X.PatternFill(new X.BackgroundColor { Rgb = "FF" + fill }) { PatternType = X.PatternValues.Solid }))
            : new X.DifferentialFormat(font);
    }

    static X.Fill Pattern(X.PatternValues pattern) => new(new X.PatternFill { PatternType = pattern });

    static X.Border BorderOf() => new(Thin(new X.LeftBorder()), Thin(new X.RightBorder()), Thin(new X.TopBorder()), Thin(new X.BottomBorder()), new X.DiagonalBorder());

    static X.BorderPropertiesType Thin(X.BorderPropertiesType side)
    {
        side.Style = X.BorderStyleValues.Thin;
        side.Append(new X.Color { Rgb = "FFBFBFBF" });
        return side;
    }

    static X.CellFormat FormatOf(CellStyle style, uint font, uint fill, uint border, uint number)
    {
        var format = new X.CellFormat
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
        };
        if (style.Quoted) format.QuotePrefix = true;
        if (!style.Wrapped && !style.Centred) return format;
        format.ApplyAlignment = true;
        format.Append(new X.Alignment
        {
            WrapText = style.Wrapped,
            Vertical = X.VerticalAlignmentValues.Center,
            Horizontal = style.Centred ? X.HorizontalAlignmentValues.Center : X.HorizontalAlignmentValues.General,
        });
        return format;
    }
}
