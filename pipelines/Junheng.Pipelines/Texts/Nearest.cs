namespace Junheng.Pipelines.Texts;

/// <summary>Finds what a person probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits from <paramref name="word"/>, when that is less than half of the word; else null.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (candidate, edits: Edits(word, candidate)))
            .OrderBy(pair => (double)pair.edits / Math.Max(word.Length, pair.candidate.Length))
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.edits * 2 <= Math.Max(word.Length, best.candidate.Length) ? best.candidate : null;
    }

    /// <summary>All candidates, the nearest first: what a person meant leads the list.</summary>
    public static IEnumerable<string> First(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } nearest ? candidates.Where(other => other != nearest).Prepend(nearest) : candidates;

    /// <summary>How alike two words are, in percent: the share of the longer one that needs no edit.</summary>
    public static int Likeness(string one, string other) =>
        Math.Max(one.Length, other.Length) is > 0 and var longest ? 100 * (longest - Edits(one, other)) / longest : 100;

    // Levenshtein's distance, one row at a time.
    static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
