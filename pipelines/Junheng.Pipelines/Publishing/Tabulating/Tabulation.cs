using Junheng.Models;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>What a workbook is about.</summary>
/// <param name="County">Null for all.</param>
public sealed record Tabulation(string Kind, int Year, string? County, Edition Edition, Language Language)
{
    /// <summary>As <c>gaps-2024-990104.xlsx</c>; a public one says so.</summary>
    public string FileName => FormattableString.Invariant($"{Kind}-{Year}{(County is null ? "" : "-" + County)}{(Edition == Edition.Public ? "-public" : "")}.xlsx");
}
