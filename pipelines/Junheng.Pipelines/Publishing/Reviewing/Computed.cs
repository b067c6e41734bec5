using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>What we compute for one blank of the form.</summary>
/// <param name="Number">In our unit; null where it is a word, or not known.</param>
/// <param name="Word">A verdict or another word; null where it is a number, or not known.</param>
/// <param name="Why">Why it is not known, as a code; empty where it is.</param>
public sealed record Computed(Rational? Number, string? Word, string Why = "")
{
    /// <summary>What the figure is judged by; null where it is not judged by itself.</summary>
    public Ruling? Ruling { get; init; }

    public bool IsKnown => Number is not null || Word is not null;

    public static Computed Of(object? number, string why) => ExactNumber.Of(number) is { } exact ? new Computed(exact, null) : Unknown(why.Length > 0 ? why : "not_filed");

    public static Computed Unknown(string why) => new(null, null, why);

    /// <summary>A verdict as a word: one that is not known, or does not apply, is nothing to set against a declaration.</summary>
    public static Computed OfVerdict(string? verdict, string why) => verdict switch
    {
        "met" or "not_met" => new Computed(null, verdict),
        "not_applicable" => Unknown(why.Length > 0 ? why : verdict),
        _ => Unknown(why.Length > 0 ? why : "unknown"),
    };
}

/// <summary>The verdict a figure decides, and the bound it is held to.</summary>
/// <param name="Verdict">Ours.</param>
/// <param name="Comparison"><c>at_least</c>, <c>at_most</c>, <c>equal</c> or <c>below</c>.</param>
public sealed record Ruling(VerdictOf Of, string Verdict, string Comparison, Rational Threshold)
{
    /// <summary>What is added to the declared number before it is held to the bound: of a numerator or denominator the ratio it makes.</summary>
    public Func<Rational, Rational?> Value { get; init; } = number => number;

    /// <summary>The verdict a declared number would give; null where it gives none.</summary>
    public string? With(Rational declared) => Value(declared) is not { } value ? null : Holds(value) ? "met" : "not_met";

    bool Holds(Rational value) => Comparison switch
    {
        "at_most" => value <= Threshold,
        "equal" => value == Threshold,
        "below" => value < Threshold,
        _ => value >= Threshold,
    };
}

/// <summary>What a verdict is about.</summary>
/// <param name="Kind"><c>school</c>, <c>school_indicator</c>, <c>coefficient</c> or <c>indicator</c>.</param>
public sealed record VerdictOf(string Kind, string School, string Stage, string Indicator, string Part);
