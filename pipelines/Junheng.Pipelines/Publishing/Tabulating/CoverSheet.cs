using System.Globalization;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>The first sheet: what the numbers are made from, by which rules, for whom, and what every column means.</summary>
sealed class CoverSheet(Tabulation about, Snapshot snapshot, string title, TextBook texts)
{
    const double LineHeight = 15;
    static readonly double[] Widths = [32, 22, 12, 84];
    static readonly CellStyle Title = new() { Bold = true, Size = 16 };
    static readonly CellStyle Warning = new() { Bold = true, Colour = "8B0000", Wrapped = true };
    static readonly CellStyle Label = new() { Bold = true, Bordered = true, Wrapped = true };
    static readonly CellStyle Words = new() { Bordered = true, Wrapped = true };

    Catalog Catalog => snapshot.Catalog;

    public static SheetLayout Layout(string pageHead) => SheetLayout.OfWidths(Widths) with { PageHead = pageHead };

    /// <param name="notes">What else must be known to read this workbook.</param>
    public void Write(SheetWriter sheet, IReadOnlyList<(TabulatedSheet Sheet, string Name, IReadOnlyList<string> Columns)> lists, IReadOnlyList<string> notes)
    {
        sheet.Row([Cell.Of(title, Title)], height: 28);
        if (Catalog.Synthetic) Across(sheet, texts["cover.synthetic"], Warning);
        if (Catalog.Partial) Across(sheet, texts["cover.partial"], Warning);
        foreach (var note in notes.Prepend(texts["cover.reading"]).Prepend(texts[about.Edition == Edition.Public ? "cover.public" : "cover.internal"])) Across(sheet, note, new CellStyle { Wrapped = true });
        sheet.Row([]);
        foreach (var (key, value) in Facts()) Fact(sheet, texts[key], value);
        foreach (var parameter in Catalog.Parameters) Fact(sheet, texts["cover.parameter", ("name", parameter.Name)], texts["cover.parameter_value", ("value", parameter.Value), ("meaning", parameter.Meaning.In(about.Language))]);
        if (lists.Count == 0) return;
        sheet.RowAt(sheet.LastRow + 2, new[] { "cover.sheet", "cover.column", "cover.unit", "cover.meaning" }.Select(key => Cell.Of(texts[key], ListSheet.Head)), height: 20);
        foreach (var (list, name, columns) in lists)
        {
            foreach (var column in columns)
            {
                var explained = list.Explained(Catalog, column);
                var meaning = texts.Has("sheet.meaning." + column) ? texts["sheet.meaning." + column] : explained?.Meaning.In(about.Language) ?? texts["sheet." + column];
                sheet.Row([Cell.Of(name, Words with { Underlined = true, Colour = "0563C1" }), Cell.Of(texts["sheet." + column], Words), Cell.Of(UnitOf(explained), Words), Cell.Of(meaning, Words)], LineHeight * Math.Max(ListSheet.Lines(meaning, Widths[3] - 2), ListSheet.Lines(UnitOf(explained), Widths[2] - 2)));
                sheet.Link(1, sheet.LastRow, name, "A1", name);
            }
        }
    }

    // Where a unit differs from row to row, it stands beside the number.
    string UnitOf(CatalogColumn? column) => column is null || column.Unit.Length == 0 ? "" : column.Unit.Any(char.IsAsciiLetter) && column.Unit is not ("m²") ? texts["cover.unit_by_row"] : column.Unit;

    IEnumerable<(string Key, string Value)> Facts()
    {
        yield return ("cover.source", $"{Catalog.Title.In(about.Language)}（{Catalog.Source}）");
        yield return ("cover.snapshot", string.Create(CultureInfo.InvariantCulture, $"{snapshot.Number} ({FigurePress.MarkOf(Catalog)})"));
        yield return ("cover.pack", $"{Catalog.RulePackTitle.In(about.Language)}（{Catalog.RulePack}）");
        yield return ("cover.pack_note", Catalog.RulePackNote.In(about.Language));
        yield return ("cover.as_of", Catalog.AsOf);
        yield return ("cover.year", about.Year.ToString(CultureInfo.InvariantCulture));
        yield return ("cover.county", about.County ?? texts["cover.all_counties"]);
    }

    static void Fact(SheetWriter sheet, string label, string value)
    {
        sheet.Row([Cell.Of(label, Label), Cell.Of(value, Words), Cell.Blank(Words), Cell.Blank(Words)], LineHeight * Math.Max(ListSheet.Lines(label, Widths[0] - 3), ListSheet.Lines(value, Widths[1] + Widths[2] + Widths[3] - 6)));
        sheet.Merge(new CellRange(2, sheet.LastRow, Widths.Length, sheet.LastRow));
    }

    static void Across(SheetWriter sheet, string text, CellStyle style)
    {
        sheet.Row([Cell.Of(text, style)], LineHeight * ListSheet.Lines(text, Widths.Sum() - 6));
        sheet.Merge(new CellRange(1, sheet.LastRow, Widths.Length, sheet.LastRow));
    }
}
