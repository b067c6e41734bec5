using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Tables;

/// <summary>Where a table's header lies, and its columns' names: levels joined from the top down, <c>专任教师 > 按学历分 > 本科</c>.</summary>
/// <param name="First">Number of its first row; 0 when the sheet has none.</param>
/// <param name="Last">Number of its last row.</param>
public sealed record TableHeader(int First, int Last, IReadOnlyList<string> Names);

/// <summary>Finds a header by what stands in the rows: words side by side, above the first row of data, below titles and «单位：» lines.</summary>
public static class HeaderFinder
{
    public const string Separator = " > ";
    const int MostLevels = 5;
    const int RowsLookedAt = 60;

    public static readonly TableHeader None = new(0, 0, []);

    public static TableHeader Find(IReadOnlyList<RawRow> rows)
    {
        var top = rows.Take(RowsLookedAt).ToList();
        var width = top.Count == 0 ? 0 : top.Max(row => row.Cells.Count(IsFilled));
        var first = top.FindIndex(row => Begins(row, width));
        if (first < 0) return None;
        var last = first;
        while (last + 1 < top.Count && last - first + 1 < MostLevels && GoesOn(top[last], top[last + 1])) last++;
        var block = top.GetRange(first, last - first + 1);
        return new TableHeader(block[0].Number, block[^1].Number, Names(block));
    }

    // A title is one text, however wide it is merged; a line such as «填报单位：… 单位：人» is no row of names.
    static bool Begins(RawRow row, int width)
    {
        var seen = Enumerable.Range(0, WidthOf(row)).Select(row.Seen).Where(IsFilled).Select(text => text.Trim()).ToList();
        var different = seen.Distinct(StringComparer.Ordinal).ToList();
        return seen.Count * 2 >= width
            && different.Count >= Math.Min(width, 2)
            && !row.Cells.Any(IsNumber)
            && !ColumnNumbers.Are(row.Cells)
            && different.Count(text => text.Contains('：', StringComparison.Ordinal)) * 2 <= different.Count;
    }

    // The next row is a lower level where a merged cell of the header reaches into it, or lies over it.
    static bool GoesOn(RawRow row, RawRow next)
    {
        if (next.IsBlank || next.Cells.Any(IsNumber) || ColumnNumbers.Are(next.Cells)) return false;
        if (next.Covered is { Count: > 0 }) return true;
        var under = row.Covered?.Keys.ToHashSet() ?? [];
        if (under.Count > 0) return Enumerable.Range(0, next.Cells.Count).Any(index => under.Contains(index) && IsFilled(next.Cells[index]));
        // Text files know no merged cells: a lower level fills gaps of the one above, and leaves its single columns blank.
        var fills = Enumerable.Range(0, next.Cells.Count).Count(index => IsFilled(next.Cells[index]) && !IsFilled(row.Seen(index)));
        var leaves = Enumerable.Range(0, row.Cells.Count).Any(index => IsFilled(row.Cells[index]) && (index >= next.Cells.Count || !IsFilled(next.Cells[index])));
        return fills > 0 && leaves;
    }

    static List<string> Names(List<RawRow> block)
    {
        var width = block.Max(WidthOf);
        var levels = block.Select(row => Enumerable.Range(0, width).Select(row.Seen).Select(OneLine).ToArray()).ToList();
        // Without merged cells an upper name holds as far as the names below it go.
        if (block.TrueForAll(row => row.Covered is null))
        {
            for (var level = 0; level < levels.Count - 1; level++)
            {
                for (var column = 1; column < width; column++)
                {
                    if (levels[level][column].Length == 0 && levels[level + 1][column].Length > 0) levels[level][column] = levels[level][column - 1];
                }
            }
        }

        return Enumerable.Range(0, width).Select(column => string.Join(Separator, Different(levels.Select(level => level[column])))).ToList();
    }

    // A cell merged downwards is one level, not several.
    static IEnumerable<string> Different(IEnumerable<string> levels)
    {
        var above = "";
        foreach (var level in levels.Where(level => level.Length > 0))
        {
            if (level != above) yield return level;
            above = level;
        }
    }

    static string OneLine(string text) => string.Concat(text.Split('\r', '\n').Select(part => part.Trim()));

    static int WidthOf(RawRow row) => Math.Max(row.Cells.Count, row.Covered is { Count: > 0 } covered ? covered.Keys.Max() + 1 : 0);

    static bool IsFilled(string text) => !string.IsNullOrWhiteSpace(text);

    static bool IsNumber(string text) => NumberText.TryRead(text, out _);
}
