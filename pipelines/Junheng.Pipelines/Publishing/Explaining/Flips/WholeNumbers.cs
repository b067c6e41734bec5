using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Explaining.Flips;

/// <summary>The whole numbers next to a fraction: nobody hires half a teacher.</summary>
static class WholeNumbers
{
    public static Rational Floor(Rational number)
    {
        var whole = BigInteger.DivRem(number.Numerator, number.Denominator, out var rest);
        return new Rational(rest.Sign < 0 ? whole - 1 : whole, 1);
    }

    public static Rational Ceiling(Rational number) => 0 - Floor(0 - number);
}
