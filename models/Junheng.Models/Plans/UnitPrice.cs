namespace Junheng.Models.Plans;

/// <summary>What adding one unit of an indicator's resource costs.</summary>
/// <param name="Indicator">Id of a resource indicator of the pack.</param>
/// <param name="Stage">The stage it is the price for; null for every stage.</param>
/// <param name="Yuan">Yuan per unit, in the unit the indicator's shortfall is counted in.</param>
/// <param name="What">What the price covers: how many years of pay, with or without land.</param>
/// <param name="Source">Where the price stands.</param>
public sealed record UnitPrice(string Indicator, string? Stage, decimal Yuan, Bilingual What, string Source);

/// <summary>Unit prices as a source names them. A price that nobody states stays unknown: none is ever taken from elsewhere.</summary>
/// <param name="Synthetic">Invented prices: said wherever a cost is shown.</param>
public sealed record PriceList(string Id, Bilingual Title, bool Synthetic, IReadOnlyList<UnitPrice> Prices);
