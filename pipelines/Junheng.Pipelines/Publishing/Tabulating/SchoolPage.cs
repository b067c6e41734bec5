using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>One school's page: each thing it lacks, how much, and who does what about it by when; blank where nobody said.</summary>
sealed class SchoolPage(RowSet rows, IReadOnlyList<int> mine, TextBook texts)
{
    const int HeadRow = 3;
    const double LineHeight = 15;

    static readonly CellStyle Title = new() { Bold = true, Size = 14 };

    static readonly IReadOnlyList<TabulatedColumn> Columns = [.. new[]
    {
        "stage", "indicator_name", "value", "threshold", "amount", "unit", "departments", "measure", "measure_kind", "measure_cost", "funds_source",
        "responsible_office", "responsible_person", "starts_on", "ends_on", "remedy_state", "closed_on",
    }.Select(TabulatedColumn.Of)];

    public static SheetLayout Layout(string pageHead) => new(Columns.Select(column => new SheetColumn(WidthOf(column))).ToList(), HeadRow, 2) { PageHead = pageHead };

    public void Write(SheetWriter sheet, string mark, int year, string form)
    {
        var first = mine[0];
        sheet.Row([Cell.Of(texts["school_page.title", ("school", rows[first, "school_name"]), ("year", year), ("mark", mark)].TrimEnd(), Title)], height: 24);
        sheet.Row([Cell.Of(texts["school_page.about", ("code", rows[first, "school_code"]), ("county", rows[first, "county_name"]), ("form", form)])]);
        sheet.Row(Columns.Select(column => Cell.Of(texts["sheet." + column.Name], ListSheet.Head)), height: 2 * LineHeight);
        var cells = new CellOfValue(texts);
        foreach (var row in mine)
        {
            var tall = Columns.Select(column => column.Look is Look.Sentence or Look.Words ? ListSheet.Lines(RowFormats.Text(rows[row, column.Name]), WidthOf(column) - 1) : 1).Max();
            // Room to write by hand.
            sheet.Row(Columns.Select(column => cells.Of(rows[row, column.Name], column)), LineHeight * Math.Max(2, tall));
        }

        sheet.Filter(new CellRange(1, HeadRow, Columns.Count, HeadRow + mine.Count));
        var state = Columns.ToList().FindIndex(column => column.Name == "remedy_state") + 1;
        sheet.Colour(new CellRange(state, HeadRow + 1, state, HeadRow + mine.Count), Colours.Of("remedy_state", texts));
    }

    // One page wide, and still to be read: words may take another line.
    static double WidthOf(TabulatedColumn column) => Math.Min(column.Width, column.Name == "measure" ? 24 : 14);
}
