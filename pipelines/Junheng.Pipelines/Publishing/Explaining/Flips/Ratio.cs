using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>A sum held against another: times × above &gt;= threshold × below.</summary>
public sealed record Ratio(IReadOnlyList<SourceQuantity> Terms, Rational Above, Rational Below, Rational Times, Rational Threshold)
{
    /// <summary>Null where a term was not filed, or nothing is divided by.</summary>
    public static Ratio? Of(IReadOnlyList<SourceQuantity> terms, Rational times, Rational threshold)
    {
        if (terms.Any(term => term.Filed.Amount is null)) return null;
        var below = Sum(terms, SourceRole.Denominator);
        return below.Sign > 0 ? new Ratio(terms, Sum(terms, SourceRole.Numerator), below, times, threshold) : null;
    }

    /// <summary>What stands above is part of what stands below, in every school: more than all of them is no filing.</summary>
    public bool Share { get; init; }

    public bool Met => Times * Above >= Threshold * Below;

    public static Rational Sum(IEnumerable<SourceQuantity> terms, SourceRole role) =>
        terms.Where(term => term.Role == role).Aggregate((Rational)0, (sum, term) => sum + (term.Sign * term.Filed.Amount!.Value));
}
