namespace Junheng.Models.Rules;

/// <summary>An indicator judged for the county as a whole: 08–32 of the national method. It is met when each of its parts is.</summary>
/// <param name="Scope">Which schools it looks at, where it looks at schools.</param>
public sealed record CountyIndicator(
    string Id,
    int SortOrder,
    Bilingual Name,
    Bilingual Short,
    string Dimension,
    string? Scope,
    int? ValidFrom,
    int? ValidTo,
    IReadOnlyList<IndicatorPart> Parts);

/// <summary>One part of an indicator; an indicator without parts is its own single part, whose id is empty.</summary>
/// <param name="Level">What is judged one by one: <c>school</c>, <c>class</c>, <c>budget_unit</c>, or the <c>county</c> at once.</param>
/// <param name="Stages">The stages it is judged for; <c>all</c> is one judgement for all of them.</param>
/// <param name="Reckonings">Ways to compute it: one, or one for each value of <paramref name="ChosenBy"/>.</param>
/// <param name="ChosenBy">The parameter that chooses among the reckonings.</param>
/// <param name="Quota">By stage, what one pupil is funded with.</param>
/// <param name="Thresholds">By stage, in <paramref name="Unit"/>.</param>
/// <param name="ThresholdsByType">By kind of school, where it differs.</param>
/// <param name="Need">What a judgement must say: <c>yes</c>, or the least grade.</param>
/// <param name="RoomKind">Which rooms are counted.</param>
/// <param name="PerClasses">How many classes one room serves.</param>
/// <param name="Measure">The field an external result is filed in.</param>
/// <param name="Share">Whether the numerator is among the denominator, and so never above it.</param>
/// <param name="AtZero">What a denominator filed as zero makes of it: <c>unknown</c> or <c>not_applicable</c>.</param>
/// <param name="AppliesTo">The kind of school without which there is nothing to judge.</param>
public sealed record IndicatorPart(
    string Id,
    Bilingual Name,
    string Level,
    string Formula,
    IReadOnlyList<string> Stages,
    IReadOnlyList<Reckoning> Reckonings,
    string? ChosenBy,
    IReadOnlyDictionary<string, IReadOnlyList<Term>> Quota,
    int Times,
    IReadOnlyDictionary<string, Threshold> Thresholds,
    IReadOnlyDictionary<string, Threshold> ThresholdsByType,
    string? Comparison,
    string? Need,
    string? RoomKind,
    int? PerClasses,
    string? Measure,
    bool Share,
    string AtZero,
    string? AppliesTo,
    Bilingual Unit,
    Citation Citation)
{
    /// <summary>Decimals to which its value is reported; null where no form says.</summary>
    public int? Decimals { get; init; }
}

/// <summary>What is divided by what.</summary>
/// <param name="Name">The parameter value that chooses it; empty where there is no choice.</param>
public sealed record Reckoning(string Name, IReadOnlyList<Term> Numerator, IReadOnlyList<Term> Denominator);

/// <summary>A number of the pack, or the name of the parameter that holds it.</summary>
public readonly record struct Threshold(decimal? Number, string? Parameter);

/// <summary>Something that refuses recognition when it is found.</summary>
/// <param name="Lists">The lists it is on, by the parameter <c>veto_list</c>.</param>
public sealed record Veto(string Id, int SortOrder, Bilingual Name, IReadOnlyList<string> Lists, Citation Citation);
