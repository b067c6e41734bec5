using ExcelDataReader;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Follows a sheet's merged cells downwards: which columns of a row they cover, and with what text.</summary>
internal sealed class MergedCells
{
    // Beyond this it is no table, and following them all would take for ever.
    const int Most = 50_000;

    readonly Queue<CellRange> waiting;
    readonly string[] text;
    readonly int[] until;
    int lastActive = -1;

    public MergedCells(IEnumerable<CellRange>? ranges, int width)
    {
        waiting = new Queue<CellRange>((ranges ?? []).Where(range => range.FromRow >= 0 && range.FromColumn >= 0).OrderBy(range => range.FromRow).ThenBy(range => range.FromColumn).Take(Most));
        text = new string[width];
        until = Enumerable.Repeat(-1, width).ToArray();
    }

    /// <summary>Call for every row in its order, counted from 0.</summary>
    public IReadOnlyDictionary<int, string>? Of(int row, IReadOnlyList<string> cells)
    {
        var origins = new HashSet<int>();
        while (waiting.TryPeek(out var next) && next.FromRow <= row)
        {
            waiting.Dequeue();
            if (next.FromRow == row && Claim(next, cells)) origins.Add(next.FromColumn);
        }

        if (lastActive < row) return null;
        var covered = new Dictionary<int, string>();
        for (var column = 0; column < until.Length; column++)
        {
            if (until[column] >= row && !origins.Contains(column)) covered.Add(column, text[column]);
        }

        return covered.Count > 0 ? covered : null;
    }

    // Merged cells never overlap; those of a hostile file that do are left out. One without text has nothing to say about what it covers.
    bool Claim(CellRange range, IReadOnlyList<string> cells)
    {
        var (from, to) = (range.FromColumn, Math.Min(range.ToColumn, until.Length - 1));
        if (from >= cells.Count || cells[from].Length == 0 || to < from) return false;
        for (var column = from; column <= to; column++)
        {
            if (until[column] >= range.FromRow) return false;
        }

        Array.Fill(text, cells[from], from, to - from + 1);
        Array.Fill(until, range.ToRow, from, to - from + 1);
        lastActive = Math.Max(lastActive, range.ToRow);
        return true;
    }
}
