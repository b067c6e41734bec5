using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>A list as a sheet: its title, its headings, a row a line; filtered, frozen, coloured, ready to print.</summary>
sealed class ListSheet(TabulatedSheet sheet, RowSet rows, string title, string pageHead, TextBook texts)
{
    const int HeadRow = 2;
    const double LineHeight = 15;
    const int MostLines = 12;

    static readonly CellStyle Title = new() { Bold = true, Size = 14 };
    internal static readonly CellStyle Head = new() { Bold = true, Fill = "DDEBF7", Bordered = true, Wrapped = true, Centred = true };

    readonly IReadOnlyList<TabulatedColumn> columns = rows.Columns.Select(TabulatedColumn.Of).ToList();
    readonly CellOfValue cells = new(texts);

    public SheetLayout Layout => new(columns.Select(column => new SheetColumn(column.Width)).ToList(), HeadRow, sheet.FrozenColumns) { PageHead = pageHead };

    public void Write(SheetWriter writer, CancellationToken cancellation)
    {
        writer.Row([Cell.Of(title, Title)], height: 24);
        writer.Row(columns.Select(column => Cell.Of(texts["sheet." + column.Name], Head)), height: LineHeight * columns.Max(column => Lines(texts["sheet." + column.Name], column.Width - 2)));
        foreach (var row in rows.Rows.Take(SheetWriter.MostRows - HeadRow))
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Row(row.Select((value, index) => cells.Of(value, columns[index])), HeightOf(row));
        }

        if (rows.Rows.Count == 0) writer.Row([Cell.Of(texts["sheet.none"])]);
        var last = Math.Max(HeadRow, HeadRow + rows.Rows.Count);
        writer.Filter(new CellRange(1, HeadRow, columns.Count, last));
        foreach (var (column, index) in columns.Select((column, index) => (column, index)).Where(one => one.column.Look == Look.Judged && rows.Rows.Count > 0))
            writer.Colour(new CellRange(index + 1, HeadRow + 1, index + 1, last), Colours.Of(column.Terms, texts));
    }

    // Not every spreadsheet makes a row as tall as its words by itself.
    double HeightOf(IReadOnlyList<object?> row) => LineHeight * Math.Min(MostLines, row.Select((value, index) => columns[index].Look is Look.Sentence or Look.Words ? Lines(RowFormats.Text(value), columns[index].Width - 1) : 1).Max());

    internal static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(DisplayWidth.Of(line) / width)));
}
