using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Mapping.Headers;

/// <summary>Finds where a sheet's header stands: where most of the headers that are needed are found.</summary>
internal static class HeaderSearch
{
    /// <summary>A header lower than this is not looked for.</summary>
    public const int Rows = 40;

    /// <param name="rows">The sheet's first rows.</param>
    /// <param name="at">Where the map says it stands; null looks for it.</param>
    /// <param name="tall">How many rows tall it may be.</param>
    /// <returns>The lowest block of those that have most of them, the least tall first; null when no row can be one.</returns>
    public static (HeaderBlock Block, int Found)? Find(IReadOnlyList<RawRow> rows, int? at, int tall, IReadOnlyCollection<Operand> needed)
    {
        (HeaderBlock Block, int Found)? best = null;
        for (var height = 1; height <= tall; height++)
        {
            for (var first = 0; first + height <= rows.Count; first++)
            {
                if (at is { } said && rows[first].Number != said) continue;
                if (rows[first].IsBlank) continue;
                var block = HeaderBlock.Of(rows.Skip(first).Take(height).ToList());
                var found = Found(block, needed);
                if (best is null || found > best.Value.Found) best = (block, found);
            }
        }

        return best is { } start ? Down(start, rows, tall, needed) : null;
    }

    // A header may go on below the levels that are needed: rows of words alone, with nothing new in the first column that is needed.
    static (HeaderBlock Block, int Found) Down((HeaderBlock Block, int Found) best, IReadOnlyList<RawRow> rows, int tall, IReadOnlyCollection<Operand> needed)
    {
        var first = rows.TakeWhile(row => row.Number < best.Block.First).Count();
        var height = best.Block.Last - best.Block.First + 1;
        var key = needed.SelectMany(operand => operand.Names).Select(name => name.Header is { } header ? best.Block.Find(header) : []).FirstOrDefault(columns => columns.Count == 1)?[0] ?? 0;
        for (; height < tall && first + height < rows.Count && GoesOn(rows[first + height], rows[first + height - 1], key); height++)
        {
            var lower = HeaderBlock.Of(rows.Skip(first).Take(height + 1).ToList());
            if (Found(lower, needed) < best.Found) break;
            best = (lower, best.Found);
        }

        return best;
    }

    static bool GoesOn(RawRow row, RawRow above, int key) =>
        !row.IsBlank
        && !row.Cells.Any(cell => NumberText.TryRead(cell, out _))
        && (CellAt(row, key).Length == 0 || CellAt(row, key) == CellAt(above, key));

    static string CellAt(RawRow row, int index) => HeaderText.Tidy(row.Seen(index));

    static int Found(HeaderBlock block, IReadOnlyCollection<Operand> needed) =>
        needed.Count(operand => operand.Names.Any(name => name.Header is { } header && block.Find(header).Count > 0));
}
