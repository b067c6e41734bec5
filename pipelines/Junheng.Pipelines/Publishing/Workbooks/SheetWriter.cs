using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>One sheet: its rows from the top down, and what belongs to them.</summary>
public sealed class SheetWriter : IDisposable
{
    /// <summary>What a spreadsheet can hold.</summary>
    public const int MostRows = 1_048_576;

    public const int MostColumns = 16_384;

    readonly WorksheetPart part;
    readonly StyleTable styles;
    readonly OpenXmlWriter writer;
    readonly List<CellRange> merged = [];
    readonly List<EntryRule> rules = [];
    readonly List<(CellRange Cells, IReadOnlyList<WordColour> Words)> coloured = [];
    readonly List<(string Cell, string Target, string Words)> links = [];
    readonly List<CellComment> comments = [];

    internal SheetWriter(WorksheetPart part, string name, SheetLayout layout, StyleTable styles)
    {
        (this.part, Name, Layout, this.styles) = (part, name, layout, styles);
        writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new X.Worksheet());
        SheetFrame.WriteTop(writer, layout, styles);
        writer.WriteStartElement(new X.SheetData());
    }

    public string Name { get; }

    public SheetLayout Layout { get; }

    /// <summary>The row written last.</summary>
    public int LastRow { get; private set; }

    internal CellRange? Filtered { get; private set; }

    /// <summary>Writes the next row.</summary>
    public void Row(IEnumerable<Cell> cells, double? height = null) => RowAt(LastRow + 1, cells, height);

    /// <summary>Writes a row further down; those between stay blank.</summary>
    public void RowAt(int number, IEnumerable<Cell> cells, double? height = null)
    {
        if (number <= LastRow || number > MostRows) throw new ArgumentOutOfRangeException(nameof(number), number, FormattableString.Invariant($"After {LastRow}, at most {MostRows}."));
        LastRow = number;
        var row = new X.Row { RowIndex = (uint)number };
        if (height is { } points) (row.Height, row.CustomHeight) = (points, true);
        writer.WriteStartElement(row);
        var column = 0;
        foreach (var cell in cells)
        {
            if (++column > MostColumns) throw new ArgumentOutOfRangeException(nameof(cells), column, $"At most {MostColumns} columns.");
            Write(cell, CellRange.Address(column, number));
        }

        writer.WriteEndElement();
    }

    public void Merge(CellRange range) => merged.Add(range);

    /// <summary>A note that opens when somebody points at the cell.</summary>
    public void Comment(int column, int row, string text) => comments.Add(new CellComment(column, row, text));

    /// <summary>Makes a cell lead to another of the same workbook.</summary>
    public void Link(int column, int row, string sheet, string cell, string words = "") =>
        links.Add((CellRange.Address(column, row), $"{SheetNames.Quoted(sheet)}!{cell}", words));

    /// <summary>Says what may be typed where.</summary>
    public void Expect(EntryRule rule) => rules.Add(rule);

    /// <summary>Colours cells by the word they hold, also when somebody types another one.</summary>
    public void Colour(CellRange cells, IReadOnlyList<WordColour> words) => coloured.Add((cells, words));

    /// <summary>Puts buttons on a header that choose rows by their words.</summary>
    public void Filter(CellRange range) => Filtered = range;

    public void Dispose() => writer.Dispose();

    internal void Complete()
    {
        writer.WriteEndElement();
        if (Filtered is { } range) writer.WriteElement(new X.AutoFilter { Reference = range.ToString() });
        if (merged.Count > 0) writer.WriteElement(new X.MergeCells(merged.Select(one => new X.MergeCell { Reference = one.ToString() })));
        var priority = 0;
        foreach (var (cells, words) in coloured) writer.WriteElement(WordColour.Element(cells, words, styles, ref priority));
        if (rules.Count > 0) writer.WriteElement(new X.DataValidations(rules.Select(rule => rule.Element())) { Count = (uint)rules.Count });
        if (links.Count > 0) writer.WriteElement(new X.Hyperlinks(links.Select(link => new X.Hyperlink { Reference = link.Cell, Location = link.Target, Display = link.Words })));
        SheetFrame.WriteBottom(writer, Layout);
        if (comments.Count > 0) writer.WriteElement(new X.LegacyDrawing { Id = CommentParts.Write(part, comments) });
        writer.WriteEndElement();
        writer.Close();
    }

    void Write(Cell cell, string address)
    {
        var style = cell.Style ?? CellStyle.Plain;
        // Marked, not changed: a cell that says «-» must still say so when it comes back.
        if (cell.LooksLikeFormula) style = style with { Quoted = true };
        if (cell.Text.Length == 0 && style == CellStyle.Plain) return;
        var element = new X.Cell { CellReference = address, StyleIndex = styles.IndexOf(style) };
        if (cell.Text.Length == 0)
        {
            writer.WriteElement(element);
        }
        else if (cell.IsNumber)
        {
            element.Append(new X.CellValue(cell.Text));
            writer.WriteElement(element);
        }
        else
        {
            element.DataType = X.CellValues.InlineString;
            element.Append(new X.InlineString(new X.Text(CellText.Fit(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }));
            writer.WriteElement(element);
        }
    }
}
