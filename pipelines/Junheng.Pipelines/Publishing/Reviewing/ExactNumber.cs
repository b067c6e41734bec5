using System.Globalization;
using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>Numbers of the tables as exact fractions.</summary>
static class ExactNumber
{
    /// <summary>A double is read as the shortest decimal people would write for it: 4.205 is 4.205, not the binary fraction below it.</summary>
    public static Rational? Of(object? value) => value switch
    {
        null => null,
        double number => double.IsFinite(number) ? Rational.Parse(((decimal)number).ToString(CultureInfo.InvariantCulture)) : null,
        BigInteger whole => new Rational(whole, BigInteger.One),
        IFormattable number => Rational.Parse(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => null,
    };
}
