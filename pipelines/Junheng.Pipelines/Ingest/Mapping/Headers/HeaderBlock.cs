using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Mapping.Headers;

/// <summary>The rows of a header read downwards: every column's levels.</summary>
internal sealed class HeaderBlock
{
    HeaderBlock(int first, int last, IReadOnlyList<HeaderPath> columns) => (First, Last, Columns) = (first, last, columns);

    public int First { get; }

    public int Last { get; }

    public IReadOnlyList<HeaderPath> Columns { get; }

    public static HeaderBlock Of(IReadOnlyList<RawRow> rows)
    {
        var width = rows.Max(row => Math.Max(row.Cells.Count, row.Covered?.Keys.Max() + 1 ?? 0));
        var grid = rows.Select(row => Enumerable.Range(0, width).Select(index => row.Seen(index).Trim()).ToArray()).ToList();
        for (var level = 0; level < grid.Count - 1; level++) FillRight(grid, level);
        var columns = Enumerable.Range(0, width).Select(index => HeaderPath.Of(grid.Select(row => row[index]))).ToList();
        return new HeaderBlock(rows[0].Number, rows[^1].Number, columns);
    }

    /// <summary>The columns a name answers to best.</summary>
    public IReadOnlyList<int> Find(HeaderPath wanted) => wanted.Best(Enumerable.Range(0, Columns.Count).ToList(), index => Columns[index]);

    // A text file has no merged cells: what was merged over several columns stands in the first of them; under one upper header only, and never in the lowest row.
    static void FillRight(List<string[]> grid, int level)
    {
        for (var index = 1; index < grid[level].Length; index++)
        {
            if (grid[level][index].Length > 0) continue;
            var underOne = Enumerable.Range(0, level).All(above => grid[above][index] == grid[above][index - 1]);
            // Where something stands below, the blank cell is covered; where nothing does, there is no column.
            var below = grid.Skip(level + 1).Any(row => row[index].Length > 0);
            if (underOne && below) grid[level][index] = grid[level][index - 1];
        }
    }
}
