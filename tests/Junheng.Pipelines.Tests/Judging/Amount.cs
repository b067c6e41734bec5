using System.Globalization;
using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A cell of a filed table: a number as it is typed, or blank.</summary>
readonly record struct Amount(string Text)
{
    /// <summary>The smallest amount the tables hold.</summary>
    public static readonly Rational Least = Rational.Parse("0.000000000001");

    public static readonly Amount Blank = "";

    public static implicit operator Amount(string text) => new(text);

    public static implicit operator Amount(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator Amount(BigInteger number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator Amount(decimal number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator Amount(Rational number) => number.FitsScale(12)
        ? new(number.ToTruncatedDecimal(12))
        : throw new ArgumentException($"{number} is no decimal of twelve places.", nameof(number));
}
