namespace Junheng.Models.Geography;

/// <summary>A list of changes of county codes.</summary>
/// <param name="Text">As written: it is kept with every snapshot.</param>
public sealed record CountyCodes(string Id, IReadOnlyList<CountyCodeChange> Changes, string Text)
{
    /// <summary>No code has changed.</summary>
    public static readonly CountyCodes None = new("", [], "");

    /// <summary>The changes a code goes through from one on, in order, up to a year. A code changes once, and forward in time.</summary>
    public IEnumerable<CountyCodeChange> From(CountyCodeChange change, int year)
    {
        for (var next = change; next is not null && next.Year <= year; next = After(next)) yield return next;
    }

    /// <summary>The next change of the code this one ends in.</summary>
    public CountyCodeChange? After(CountyCodeChange change) => Changes.FirstOrDefault(next => next.Code == change.NextCode && next.Year > change.Year);
}
