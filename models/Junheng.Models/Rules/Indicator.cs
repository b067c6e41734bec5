namespace Junheng.Models.Rules;

/// <summary>One indicator of a pack: what is divided by what, what it must reach, and where that is written.</summary>
/// <param name="Numerator">By stage, the quantities that are added (<c>+</c>) or subtracted.</param>
/// <param name="Per">The denominator's field, <c>pupils</c>.</param>
/// <param name="Times">100 for «per 100 pupils».</param>
/// <param name="Split">Whether a combined school's whole quantity is divided among its stages.</param>
/// <param name="Thresholds">By stage, in <paramref name="Unit"/>; a stage without one is never judged, and null is a standard that the document gives no number for.</param>
/// <param name="Limits">By stage, the largest coefficient of variation between schools that passes.</param>
/// <param name="ShortfallWhole">Whether a shortfall counts whole things: teachers and rooms, not square metres.</param>
public sealed record Indicator(
    string Id,
    int SortOrder,
    Bilingual Name,
    Bilingual Short,
    string Dimension,
    string Level,
    string Formula,
    IReadOnlyDictionary<string, IReadOnlyList<Term>> Numerator,
    string Per,
    int Times,
    bool Split,
    IReadOnlyDictionary<string, decimal?> Thresholds,
    string Comparison,
    IReadOnlyDictionary<string, decimal> Limits,
    Bilingual Unit,
    Bilingual ShortfallUnit,
    bool ShortfallWhole,
    string? Scope,
    int? ValidFrom,
    int? ValidTo,
    Citation Citation,
    Citation? LimitCitation)
{
    /// <summary>Decimals to which its value is reported; null where no form says.</summary>
    public int? Decimals { get; init; }

    /// <summary>Decimals to which its coefficient is reported.</summary>
    public int? LimitDecimals { get; init; }
}

/// <summary>One quantity in a numerator.</summary>
/// <param name="Sign">+1 or −1.</param>
/// <param name="Lag">Years before the judged year in which it was filed.</param>
public sealed record Term(string Field, int Sign, int Lag);
