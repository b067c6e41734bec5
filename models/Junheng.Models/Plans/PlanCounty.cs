namespace Junheng.Models.Plans;

/// <summary>A county the plan is for.</summary>
/// <param name="Code">Its GB/T 2260 code, or a unit code of our own for a development zone that has none.</param>
/// <param name="HostCounty">The county a unit without its own code lies in; null for counties.</param>
/// <param name="Standard">Until when it reaches the standard; null where the document gives no such aim.</param>
/// <param name="Recognition">Until when it is recognised, by whom; null where the document does not say.</param>
public sealed record PlanCounty(
    string Code, Bilingual Name, string? HostCounty, Target? Standard, Target? Recognition, IReadOnlyList<string> Addressed)
{
    public IEnumerable<string> Quotes => [.. Addressed, .. Standard?.Quotes ?? [], .. Recognition?.Quotes ?? []];

    /// <summary>The day its targets are reckoned to: recognition before standard, where it has a date.</summary>
    public PlanDay? Day => Recognition?.By ?? Standard?.By;
}

/// <summary>What is to be reached.</summary>
/// <param name="By">Null where the document names an aim and no year.</param>
/// <param name="Level"><c>provincial</c> or <c>national</c>; null for the standard itself.</param>
/// <param name="Strength">How the document binds itself: 必须 <c>must</c> or 力争 <c>strive</c>.</param>
public sealed record Target(PlanDay? By, string? Level, string Strength, IReadOnlyList<string> Quotes);
