using ExcelDataReader;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The rows of one sheet. Blank rows and columns behind the last filled cell are dropped: they are formatting.</summary>
internal sealed class SheetRows(IExcelDataReader reader, SheetErrors errors, FiledFile file, ReadingBounds bounds, FindingList findings, WorkbookReader.Attempt attempt)
{
    const int ColumnsOfAnySheet = 16_384;

    readonly string name = reader.Name ?? "";

    public bool Any { get; private set; }

    // The library makes an array as wide as the sheet says it is: this is asked before a row is read.
    public bool IsBounded()
    {
        if (reader.FieldCount > ColumnsOfAnySheet) return Refuse("FILE-TOO-MANY-COLUMNS", reader.FieldCount, bounds.Columns);
        return reader.RowCount <= bounds.Rows || Refuse("FILE-TOO-MANY-ROWS", reader.RowCount, bounds.Rows);
    }

    public IEnumerable<RawRow> Read(CancellationToken cancellation)
    {
        var merged = new MergedCells(reader.MergeCells, Math.Min(reader.FieldCount, bounds.Columns));
        var blank = new List<RawRow>();
        for (var row = 0; attempt.At(row + 1, reader.Read, name); row++)
        {
            if (row % 1024 == 0) cancellation.ThrowIfCancellationRequested();
            if (attempt.At(row + 1, () => Cells(row + 1), name) is not { } cells || !Fits(cells, row)) yield break;
            var next = new RawRow(name, row + 1, cells, merged.Of(row, cells));
            if (next.IsBlank)
            {
                blank.Add(next);
                continue;
            }

            foreach (var gap in blank) yield return gap;
            blank.Clear();
            Any = true;
            yield return next;
        }
    }

    List<string> Cells(int row)
    {
        var cells = new List<string>();
        var shown = errors.In(row);
        for (var index = 0; index < reader.FieldCount; index++)
        {
            var value = reader.GetValue(index);
            if (value is null && shown.Count == 0) continue;
            var text = value is null ? shown.GetValueOrDefault(index + 1, "") : CellText.Of(value, value is double or int ? reader.GetNumberFormatString(index) : null);
            if (text.Length == 0) continue;
            while (cells.Count < index) cells.Add("");
            cells.Add(text);
        }

        return cells;
    }

    bool Fits(List<string> cells, int row)
    {
        if (cells.Count > bounds.Columns) return Refuse("FILE-TOO-MANY-COLUMNS", cells.Count, bounds.Columns);
        var longest = cells.FindIndex(cell => cell.Length > bounds.CharactersInACell);
        if (longest < 0) return true;
        findings.Add(WorkbookReader.TooMany("FILE-CELL-TOO-LONG", new Place(file.Name, name, row + 1, Place.Letters(longest + 1)), cells[longest].Length, bounds.CharactersInACell));
        return attempt.Stop();
    }

    bool Refuse(string code, long count, long most)
    {
        findings.Add(WorkbookReader.TooMany(code, new Place(file.Name, name), count, most));
        return attempt.Stop();
    }
}
