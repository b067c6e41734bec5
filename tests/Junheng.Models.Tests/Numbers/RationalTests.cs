using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Models.Numbers;

namespace Junheng.Models.Tests.Numbers;

public sealed class RationalTests
{
    // A coefficient of some hundred schools has more digits above and below than a double has.
    [Fact]
    public void ToDouble_OfAFractionLongerThanADouble_IsNear()
    {
        var long3 = System.Numerics.BigInteger.Pow(10, 400) * 3;

        Assert.Equal(0.75, new Rational(long3 + 1, (long3 / 3 * 4) + 1).ToDouble(), 12);
        Assert.Equal(-0.75, new Rational(-long3 - 1, (long3 / 3 * 4) + 1).ToDouble(), 12);
        Assert.Equal(1d / 3, Rational.Parse("1/3").ToDouble());
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("12", "12")]
    [InlineData("+12", "12")]
    [InlineData("-0.5", "-1/2")]
    [InlineData(".5", "1/2")]
    [InlineData("5.", "5")]
    [InlineData("78.0", "78")]
    [InlineData("007.50", "15/2")]
    [InlineData("7/3", "7/3")]
    [InlineData("6/4", "3/2")]
    [InlineData("1.5/0.5", "3")]
    [InlineData("0.018000000000000002", "9000000000000001/500000000000000000")]
    [InlineData("123456789012345678901234567890.12", "3086419725308641972530864197253/25")]
    public void Parse_ExactNumber_IsInLowestTerms(string text, string expected) =>
        Assert.Equal(expected, Rational.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e5")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("NaN")]
    [InlineData("١٢")]
    [InlineData("--1")]
    [InlineData(" 1")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void TryParse_EndlessDigits_IsRefused() => Assert.False(Rational.TryParse(new string('9', 201), out _));

    [Fact]
    public void Default_IsZero()
    {
        Assert.Equal("0", default(Rational).ToString());
        Assert.Equal((Rational)0, default);
        Assert.Equal((Rational)3, default(Rational) + 3);
    }

    [Fact]
    public void Constructor_ZeroDenominator_Throws() => Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));

    [Theory]
    [InlineData("1/3", 12, "0.333333333333")]
    [InlineData("2/3", 12, "0.666666666666")]
    [InlineData("-2/3", 3, "-0.666")]
    [InlineData("-1/3000", 3, "0.000")]
    [InlineData("5", 0, "5")]
    [InlineData("12345.678", 2, "12345.67")]
    public void ToTruncatedDecimal_NeverRoundsAway(string value, int scale, string expected) =>
        Assert.Equal(expected, Rational.Parse(value).ToTruncatedDecimal(scale));

    [Theory]
    [InlineData("0.123456789012", true)]
    [InlineData("0.1234567890123", false)]
    [InlineData("1/3", false)]
    [InlineData("4", true)]
    public void FitsScale_TwelveDecimals(string value, bool fits) => Assert.Equal(fits, Rational.Parse(value).FitsScale(12));

    [Fact]
    public void Arithmetic_AnyFractions_AgreesWithBigIntegers() => Prop.ForAll<int[]>(given =>
    {
        var (a, b, c, d) = Four(given);
        var (below, under) = (b == 0 ? 1 : b, d == 0 ? 1 : d);
        var (x, y) = (new Rational(a, below), new Rational(c, under));
        var sum = x + y;
        var product = x * y;
        return sum.Numerator * below * under == (((BigInteger)a * under) + ((BigInteger)c * below)) * sum.Denominator
            && product.Numerator * below * under == (BigInteger)a * c * product.Denominator
            && sum.Denominator.Sign > 0
            && BigInteger.GreatestCommonDivisor(sum.Numerator, sum.Denominator).IsOne
            && x - y + y == x
            && (y.Sign == 0 || x / y * y == x);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_AnyFractions_OrdersAsTheirDifference() => Prop.ForAll<int[]>(given =>
    {
        var (a, b, c, d) = Four(given);
        var (x, y) = (new Rational(a, b == 0 ? 1 : b), new Rational(c, d == 0 ? 1 : d));
        return x.CompareTo(y) == (x - y).Sign && (x < y) == ((x - y).Sign < 0) && (x >= y) == ((x - y).Sign >= 0) && (x == y) == ((x - y).Sign == 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToString_AnyDecimal_IsReadBack() => Prop.ForAll<int, byte>((digits, scale) =>
    {
        var places = scale % 20;
        var text = new Rational(digits, BigInteger.Pow(10, places));
        return Rational.Parse(text.ToString()) == text && Rational.Parse(text.ToTruncatedDecimal(places)) == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_ShortAndLongForms_Agree()
    {
        // The fast road ends at 18 digits: the same number must come out on both sides of it.
        foreach (var zeros in Enumerable.Range(0, 30))
        {
            var text = "3." + new string('0', zeros) + "1";
            var expected = 3 + new Rational(1, BigInteger.Pow(10, zeros + 1));
            Assert.Equal(expected, Rational.Parse(text));
            Assert.Equal(expected, Rational.Parse(text + "000"));
        }

        Assert.Equal(long.MaxValue.ToString(CultureInfo.InvariantCulture), Rational.Parse("9223372036854775807").ToString());
    }

    static (int A, int B, int C, int D) Four(int[]? given)
    {
        int At(int index) => given is not null && index < given.Length ? given[index] : index - 1;
        return (At(0), At(1), At(2), At(3));
    }
}
