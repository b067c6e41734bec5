namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>Which column of the old file is which of the new: by the same header, else by the likeliest guess.</summary>
internal static class ColumnMatching
{
    // A guess is the mean of both likenesses; below this a column is called gone and another new.
    const int LeastLikeness = 60;

    public static IReadOnlyList<(DriftColumn Old, DriftColumn New)> Pairs(IReadOnlyList<DriftColumn> old, IReadOnlyList<DriftColumn> now)
    {
        var pairs = new List<(DriftColumn Old, DriftColumn New)>();
        Take(column => BoundName(column));
        Take(column => column.Header.Words);
        Take(column => column.Header.Words.ToUpperInvariant());
        pairs.AddRange(Guesses(Left(old, pairs.Select(pair => pair.Old)), Left(now, pairs.Select(pair => pair.New))));
        return pairs;

        // A header that stands there twice names nothing.
        void Take(Func<DriftColumn, string> name)
        {
            var waiting = Left(now, pairs.Select(pair => pair.New)).GroupBy(name).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
            foreach (var group in Left(old, pairs.Select(pair => pair.Old)).GroupBy(name).Where(group => group.Count() == 1).ToList())
            {
                if (waiting.TryGetValue(group.Key, out var same)) pairs.Add((group.Single(), same));
            }
        }
    }

    static string BoundName(DriftColumn column) => $"{column.Header.Words}\u001f{column.Header.Unit}";

    static List<DriftColumn> Left(IReadOnlyList<DriftColumn> columns, IEnumerable<DriftColumn> taken) => columns.Except(taken.ToList()).ToList();

    // The likeliest pair first; each column is in one.
    static IEnumerable<(DriftColumn Old, DriftColumn New)> Guesses(List<DriftColumn> old, List<DriftColumn> now)
    {
        var likely = old.SelectMany(before => now.Select(after => (before, after, likeness: LikenessOf(before, after))))
            .Where(guess => guess.likeness >= LeastLikeness)
            .OrderByDescending(guess => guess.likeness).ThenBy(guess => guess.before.Position).ThenBy(guess => guess.after.Position);
        var taken = new HashSet<DriftColumn>();
        foreach (var (before, after, _) in likely)
        {
            if (taken.Contains(before) || taken.Contains(after)) continue;
            taken.Add(before);
            taken.Add(after);
            yield return (before, after);
        }
    }

    // Empty columns are told by their headers alone. A unit changed on the way leaves the spread of the numbers as it was.
    static int LikenessOf(DriftColumn old, DriftColumn now)
    {
        var header = old.Header.Likeness(now.Header);
        if (old.Contents.Likeness(now.Contents) is not { } contents) return header;
        if (UnitChange.Between(old, now) is { Factor: { } factor }) contents = Math.Max(contents, old.Contents.LikenessTimes(factor, now.Contents));
        return (header + contents) / 2;
    }
}
