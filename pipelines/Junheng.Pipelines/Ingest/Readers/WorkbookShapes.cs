using ExcelDataReader;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>What a sheet looks like besides its cells.</summary>
/// <param name="Merged">Blocks that are one cell; rows and columns count from 1, both ends included.</param>
/// <param name="Widths">Of the columns from A on, in characters.</param>
public sealed record WorkbookShape(IReadOnlyList<(int FirstColumn, int FirstRow, int LastColumn, int LastRow)> Merged, IReadOnlyList<double> Widths);

/// <summary>The shapes of a workbook's sheets, for whoever writes it anew.</summary>
public static class WorkbookShapes
{
    // Beyond this it is no table that somebody merged by hand.
    const int MostMerged = 10_000;

    public static readonly IReadOnlyDictionary<string, WorkbookShape> None = new Dictionary<string, WorkbookShape>();

    /// <summary>By the sheet's name; nothing of a file that is no workbook, or that the reader refuses.</summary>
    public static IReadOnlyDictionary<string, WorkbookShape> Of(string path)
    {
        var shapes = new Dictionary<string, WorkbookShape>(StringComparer.Ordinal);
        if (FileStart.Of(FileStart.Read(path)).Kind is not (FileKind.Zip or FileKind.Compound)) return shapes;
        try
        {
            using var stream = File.OpenRead(path);
            using var reader = WorkbookReader.Open(stream);
            do shapes.TryAdd(reader.Name, new WorkbookShape(Apart(reader.MergeCells), Enumerable.Range(0, Math.Min(reader.FieldCount, ReadingBounds.Default.Columns)).Select(reader.GetColumnWidth).ToList()));
            while (reader.NextResult());
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // Its cells were read before this; without shapes it is only less handsome.
        }

        return shapes;
    }

    // Blocks that overlap would make a spreadsheet call the file damaged.
    static List<(int FirstColumn, int FirstRow, int LastColumn, int LastRow)> Apart(IEnumerable<CellRange>? ranges)
    {
        var apart = new List<(int FirstColumn, int FirstRow, int LastColumn, int LastRow)>();
        var active = new List<(int FirstColumn, int FirstRow, int LastColumn, int LastRow)>();
        var blocks = (ranges ?? []).Select(range => (FirstColumn: range.FromColumn + 1, FirstRow: range.FromRow + 1, LastColumn: range.ToColumn + 1, LastRow: range.ToRow + 1));
        foreach (var block in blocks.Where(IsBlock).OrderBy(block => block.FirstRow).ThenBy(block => block.FirstColumn).Take(MostMerged))
        {
            active.RemoveAll(other => other.LastRow < block.FirstRow);
            if (active.Exists(other => other.FirstColumn <= block.LastColumn && block.FirstColumn <= other.LastColumn)) continue;
            active.Add(block);
            apart.Add(block);
        }

        return apart;
    }

    static bool IsBlock((int FirstColumn, int FirstRow, int LastColumn, int LastRow) block) =>
        block is { FirstColumn: > 0, FirstRow: > 0 } && block.LastColumn >= block.FirstColumn && block.LastRow >= block.FirstRow && (block.LastColumn > block.FirstColumn || block.LastRow > block.FirstRow);
}
