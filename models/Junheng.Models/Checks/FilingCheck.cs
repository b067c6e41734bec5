namespace Junheng.Models.Checks;

/// <summary>One thing that must hold of what was filed (勾稽). Read from <c>models/checks/*.yaml</c>; the SQL of its kind looks for what breaks it.</summary>
/// <param name="Kind">How it is looked for: <c>sum</c>, <c>jump</c>, <c>spread</c>, <c>unit</c>, <c>break</c>, <c>vanished</c>, <c>appeared</c>.</param>
/// <param name="Severity"><c>error</c> makes the cells it names unknown; <c>warning</c> and <c>note</c> change nothing.</param>
/// <param name="Compare"><c>at_most</c> or <c>at_least</c>: the sum of the parts against the sum of the whole.</param>
/// <param name="Parts">Fields that are looked at.</param>
/// <param name="Whole">Fields they are set against: what they are part of, or what they are divided by.</param>
/// <param name="Limit">How far is too far, as its kind reads it.</param>
/// <param name="Share">Share of a county's schools that must show it.</param>
/// <param name="Least">Below this size or number nothing is said.</param>
public sealed record FilingCheck(
    string Name,
    string Kind,
    string Severity,
    string Compare,
    IReadOnlyList<string> Parts,
    IReadOnlyList<string> Whole,
    decimal? Limit,
    decimal? Share,
    decimal? Least,
    Bilingual Rule,
    Bilingual Fix,
    string Source)
{
    /// <summary>The code of its findings.</summary>
    public string Code => "CHECK-" + Name.ToUpperInvariant().Replace('_', '-');
}
