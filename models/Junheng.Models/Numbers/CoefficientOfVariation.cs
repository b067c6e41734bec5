namespace Junheng.Models.Numbers;

/// <summary>The coefficient of variation between schools, weighted by enrolment, in exact fractions (method.md §1.1).</summary>
public static class CoefficientOfVariation
{
    /// <summary>CV² = ΣP·Σ(X²/P)/(ΣX)² − 1. In rationals the one-pass form loses nothing.</summary>
    /// <exception cref="DivideByZeroException">A school without pupils, or ΣX = 0: denominators are checked before this is asked.</exception>
    public static Rational Squared(IEnumerable<SchoolShare> schools)
    {
        Rational pupils = 0, total = 0, squares = 0;
        foreach (var school in schools)
        {
            pupils += school.Pupils;
            total += school.Amount;
            squares += school.Amount * school.Amount / school.Pupils;
        }

        return (pupils * squares / (total * total)) - 1;
    }
}

/// <summary>One school-stage in a coefficient: its pupils P and its quantity X.</summary>
public readonly record struct SchoolShare(Rational Pupils, Rational Amount);
