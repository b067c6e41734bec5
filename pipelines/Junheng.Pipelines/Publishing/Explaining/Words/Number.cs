using System.Globalization;
using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>An exact number and how it is shown: in full where it is a short decimal, else rounded and marked with ≈.</summary>
/// <param name="Places">Decimals shown at most.</param>
public sealed record Number(Rational Exact, int Places = 6)
{
    /// <summary>Digits a person reads: <c>12.5</c>, <c>≈0.333333</c>.</summary>
    public string Text
    {
        get
        {
            var rounded = Rounded(Exact, Places);
            var text = rounded.Contains('.', StringComparison.Ordinal) ? rounded.TrimEnd('0').TrimEnd('.') : rounded;
            return Exact.FitsScale(Places) ? text : "≈" + text;
        }
    }

    /// <summary>The same as a program reads it: <c>25/2</c> is <c>12.5</c>, one third stays <c>1/3</c>.</summary>
    public string ExactText => Exact.FitsScale(18) ? new Number(Exact, 18).Text : Exact.ToString();

    /// <summary>With all its places, rounded half away from zero: for columns of a table.</summary>
    public static string Rounded(Rational exact, int places)
    {
        var scale = BigInteger.Pow(10, places);
        var twice = (BigInteger.Abs(exact.Numerator) * scale * 2) + exact.Denominator;
        var digits = (twice / (exact.Denominator * 2)).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var sign = exact.Sign < 0 && digits.AsSpan().IndexOfAnyExcept('0') >= 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
    }

    /// <summary>Near enough to draw with; never to judge with.</summary>
    public static double Double(Rational exact) => double.Parse(Rounded(exact, 18), CultureInfo.InvariantCulture);
}
