namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>What separates the cells of a text file: the character that stands equally often in most of its lines.</summary>
internal readonly record struct DelimiterGuess(char Delimiter, bool Close)
{
    public static readonly IReadOnlyDictionary<string, char> Names =
        new Dictionary<string, char>(StringComparer.Ordinal) { ["comma"] = ',', ["tab"] = '\t', ["semicolon"] = ';', ["pipe"] = '|' };

    const int Lines = 500;

    /// <param name="text">The beginning of the file.</param>
    /// <param name="usual">What files of such a name usually have; it wins when all else is equal.</param>
    public static DelimiterGuess Of(string text, char usual)
    {
        var counts = Names.Values.ToDictionary(candidate => candidate, _ => new List<int>());
        foreach (var line in LinesOf(text).Take(Lines))
        {
            foreach (var (candidate, list) in counts) list.Add(Count(line, candidate));
        }

        var ranked = counts
            .Select(pair => (Delimiter: pair.Key, Lines: Support(pair.Value)))
            .OrderByDescending(one => one.Lines)
            .ThenBy(one => one.Delimiter == usual ? 0 : 1)
            .ToList();
        if (ranked[0].Lines == 0) return new DelimiterGuess(usual, false);
        return new DelimiterGuess(ranked[0].Delimiter, ranked[1].Lines * 10 >= ranked[0].Lines * 9);
    }

    public static string NameOf(char delimiter) => Names.First(pair => pair.Value == delimiter).Key;

    // How many lines have the number of them that most lines have; a line without any says nothing.
    static int Support(List<int> counts) =>
        counts.Where(count => count > 0).GroupBy(count => count).Select(group => group.Count()).DefaultIfEmpty(0).Max();

    // A line break inside quotes ends no line.
    static IEnumerable<string> LinesOf(string text)
    {
        var (start, quoted) = (0, false);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '"') quoted = !quoted;
            if (text[index] != '\n' || quoted) continue;
            yield return text[start..index];
            start = index + 1;
        }

        if (start < text.Length && start == 0) yield return text;
    }

    static int Count(string line, char delimiter)
    {
        var (count, quoted) = (0, false);
        foreach (var character in line)
        {
            if (character == '"') quoted = !quoted;
            else if (character == delimiter && !quoted) count++;
        }

        return count;
    }
}
