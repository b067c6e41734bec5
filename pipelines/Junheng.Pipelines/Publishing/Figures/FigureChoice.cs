using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>What of a snapshot a figure is to show: the values of <c>$lang</c>, <c>$county</c> and <c>$year</c> in its query.</summary>
/// <param name="County">A county code; null for the whole source.</param>
/// <param name="Year">Null for the latest there is.</param>
public sealed record FigureChoice(Language Language, string? County = null, int? Year = null)
{
    internal (string Name, object? Value)[] Parameters => [("lang", Language == Language.Zh ? "zh" : "en"), ("county", County), ("year", Year)];
}
