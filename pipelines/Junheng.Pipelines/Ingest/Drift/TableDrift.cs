namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>What became of the columns of a table from one file to the next.</summary>
/// <param name="Columns">Every column of either: those of the old file in its order, then the new ones.</param>
public sealed record TableDrift(BareTable Old, BareTable New, IReadOnlyList<ColumnDrift> Columns)
{
    public static TableDrift Between(BareTable old, BareTable now)
    {
        var (before, after) = (DriftColumn.Of(old), DriftColumn.Of(now));
        var pairs = ColumnMatching.Pairs(before, after).OrderBy(pair => pair.Old.Position).ToList();
        var stayed = Stayed(pairs.Select(pair => pair.New.Position).ToList());
        var paired = pairs.Select((pair, index) => new ColumnDrift(
            pair.Old, pair.New, pair.Old.Header.Words != pair.New.Header.Words, !stayed.Contains(index), UnitChange.Between(pair.Old, pair.New)));
        var gone = before.Except(pairs.Select(pair => pair.Old)).Select(column => new ColumnDrift(column, null, false, false, null));
        var added = after.Except(pairs.Select(pair => pair.New)).Select(column => new ColumnDrift(null, column, false, false, null));
        return new TableDrift(old, now, [.. paired.Concat(gone).OrderBy(column => column.Old!.Position), .. added]);
    }

    /// <summary>Tables are paired by sheet; where each file has one, they are paired whatever it is called.</summary>
    public static IReadOnlyList<TableDrift> Between(IReadOnlyList<BareTable> old, IReadOnlyList<BareTable> now) =>
        old.Count == 1 && now.Count == 1
            ? [Between(old[0], now[0])]
            : old.Join(now, table => table.Sheet, table => table.Sheet, Between, StringComparer.Ordinal).ToList();

    // The longest run that kept its order: what is outside has moved. Inserting a column moves nobody.
    static HashSet<int> Stayed(List<int> positions)
    {
        var length = new int[positions.Count];
        var previous = new int[positions.Count];
        var last = -1;
        for (var index = 0; index < positions.Count; index++)
        {
            (length[index], previous[index]) = (1, -1);
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (positions[earlier] < positions[index] && length[earlier] + 1 > length[index])
                    (length[index], previous[index]) = (length[earlier] + 1, earlier);
            }

            if (last < 0 || length[index] > length[last]) last = index;
        }

        var stayed = new HashSet<int>();
        for (var at = last; at >= 0; at = previous[at]) stayed.Add(at);
        return stayed;
    }
}
