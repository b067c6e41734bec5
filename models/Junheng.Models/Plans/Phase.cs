namespace Junheng.Models.Plans;

/// <summary>A stretch of the work the document names.</summary>
/// <param name="From">Null where the document orders its phases and dates none.</param>
public sealed record Phase(string Id, Bilingual Name, PlanDay? From, PlanDay? To, IReadOnlyList<string> Quotes);

/// <summary>A share of the counties that is through by a day.</summary>
/// <param name="Share">Of one: 30 % is 0.3.</param>
public sealed record Milestone(string Id, Bilingual Name, PlanDay By, decimal Share, IReadOnlyList<string> Quotes);
