using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>A header of several rows: what several columns share stands once above them, and what has no level below goes down to the foot.</summary>
sealed class MergedHeader
{
    /// <param name="columns">The levels of each, from the top.</param>
    public MergedHeader(IReadOnlyList<string[]> columns, int firstRow)
    {
        var height = columns.Max(levels => levels.Length);
        var rows = Enumerable.Range(0, height).Select(_ => Enumerable.Repeat("", columns.Count).ToArray()).ToList();
        var merged = new List<CellRange>();
        for (var column = 0; column < columns.Count; column++)
        {
            for (var level = 0; level < columns[column].Length; level++)
            {
                if (column > 0 && IsShared(columns[column - 1], columns[column], level)) continue;
                rows[level][column] = columns[column][level];
                var lowest = level == columns[column].Length - 1;
                var last = column;
                while (!lowest && last + 1 < columns.Count && IsShared(columns[last], columns[last + 1], level)) last++;
                var (right, down) = (last, lowest ? height - 1 : level);
                if (right > column || down > level) merged.Add(new CellRange(column + 1, firstRow + level, right + 1, firstRow + down));
            }
        }

        (Rows, Merged) = (rows, merged);
    }

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    public IReadOnlyList<CellRange> Merged { get; }

    // The same down to this level, and both go on below it.
    static bool IsShared(string[] left, string[] right, int level) =>
        level < left.Length - 1 && level < right.Length - 1 && left.Take(level + 1).SequenceEqual(right.Take(level + 1), StringComparer.Ordinal);
}
