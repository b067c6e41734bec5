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
                if (rows[first].Cells.All(string.IsNullOrWhiteSpace)) continue;
                var block = HeaderBlock.Of(rows.Skip(first).Take(height).ToList());
                var found = needed.Count(operand => operand.Names.Any(name => name.Header is { } header && block.Find(header).Count == 1));
                if (best is null || found > best.Value.Found) best = (block, found);
            }
        }

        return best;
    }
}
