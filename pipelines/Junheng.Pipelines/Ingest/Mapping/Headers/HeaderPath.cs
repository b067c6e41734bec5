namespace Junheng.Pipelines.Ingest.Mapping.Headers;

/// <summary>The levels of a header from the top down: <c>专任教师 > 按学历分 > 本科</c>.</summary>
/// <param name="Text">As written, levels joined by <c> > </c>.</param>
public sealed record HeaderPath(string Text, IReadOnlyList<(string Name, string? Unit)> Levels)
{
    const string Separator = " > ";

    /// <summary>The unit that holds for the column: the lowest one said.</summary>
    public string? Unit => Levels.LastOrDefault(level => level.Unit is not null).Unit;

    public static HeaderPath Of(string text) => Of(text.Split(Separator));

    /// <summary>Levels that say nothing, and those that repeat the one above, as a cell merged downwards does, are left out.</summary>
    public static HeaderPath Of(IEnumerable<string> texts)
    {
        var written = new List<string>();
        var levels = new List<(string, string?)>();
        foreach (var text in texts)
        {
            if (HeaderText.Level(text) is not { Length: > 0 } level) continue;
            var parted = HeaderText.Parted(level);
            if (levels.Count > 0 && levels[^1] == parted) continue;
            levels.Add(parted);
            written.Add(text.Trim());
        }

        return new HeaderPath(string.Join(Separator, written), levels);
    }

    /// <summary>The same levels.</summary>
    public bool Is(HeaderPath column) => Levels.Select(level => level.Name).SequenceEqual(column.Levels.Select(level => level.Name), StringComparer.Ordinal);

    /// <summary>The column's lowest levels are these.</summary>
    public bool IsFootOf(HeaderPath column) => Levels.Count > 0 && column.Levels.Count >= Levels.Count
        && Levels.Select(level => level.Name).SequenceEqual(column.Levels.Skip(column.Levels.Count - Levels.Count).Select(level => level.Name), StringComparer.Ordinal);

    /// <summary>Whether a column answers to this: its lowest level is this one's lowest, and this one's upper levels stand above it in this order; it may have others between.</summary>
    public bool Ends(HeaderPath column)
    {
        if (Levels.Count == 0 || column.Levels.Count == 0 || Levels[^1].Name != column.Levels[^1].Name) return false;
        var wanted = Levels.Count - 2;
        for (var at = column.Levels.Count - 2; at >= 0 && wanted >= 0; at--)
        {
            if (column.Levels[at].Name == Levels[wanted].Name) wanted--;
        }

        return wanted < 0;
    }

    /// <summary>Those that answer best: the same levels, else these lowest levels, else these with others between.</summary>
    public IReadOnlyList<T> Best<T>(IReadOnlyList<T> all, Func<T, HeaderPath> pathOf)
    {
        foreach (var test in new[] { Is, IsFootOf, (Func<HeaderPath, bool>)Ends })
        {
            if (all.Where(one => test(pathOf(one))).ToList() is { Count: > 0 } found) return found;
        }

        return [];
    }

    public bool Equals(HeaderPath? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
