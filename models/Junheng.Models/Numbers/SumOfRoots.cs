using System.Numerics;

namespace Junheng.Models.Numbers;

/// <summary>Compares Σ √r with a fraction, exactly. A mean of coefficients is such a sum, and no decimal of any length holds most of its roots.</summary>
public static class SumOfRoots
{
    const int FirstDigits = 32;

    /// <param name="squares">The squares of the terms, none negative.</param>
    /// <returns>Below zero, zero or above zero as the sum is less than, equal to or more than the bound.</returns>
    public static int CompareTo(IEnumerable<Rational> squares, Rational bound)
    {
        var irrational = new List<Rational>();
        foreach (var square in squares)
        {
            if (RootOf(square) is { } root) bound -= root;
            else irrational.Add(square);
        }

        if (irrational.Count == 0 || bound.Sign <= 0) return irrational.Count == 0 ? -bound.Sign : 1;

        // Positive roots that are no fractions never add up to one, so with enough digits the two part.
        for (var digits = FirstDigits; ; digits *= 2)
        {
            var scale = BigInteger.Pow(10, digits);
            var low = irrational.Aggregate(BigInteger.Zero, (sum, square) => sum + Floor(square.Numerator * scale * scale / square.Denominator));
            Rational scaled = bound * new Rational(scale, 1);
            if (new Rational(low, 1) >= scaled) return 1;
            if (new Rational(low + irrational.Count, 1) <= scaled) return -1;
        }
    }

    static Rational? RootOf(Rational square)
    {
        var (above, below) = (Floor(square.Numerator), Floor(square.Denominator));
        return above * above == square.Numerator && below * below == square.Denominator ? new Rational(above, below) : null;
    }

    /// <summary>The whole number at or below the root, by Newton's steps from above.</summary>
    static BigInteger Floor(BigInteger square)
    {
        if (square.Sign < 0) throw new ArgumentOutOfRangeException(nameof(square), "A negative number has no root.");
        if (square.IsZero) return BigInteger.Zero;
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
