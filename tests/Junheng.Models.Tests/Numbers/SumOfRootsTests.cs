using System.Numerics;
using Junheng.Models.Numbers;

namespace Junheng.Models.Tests.Numbers;

public sealed class SumOfRootsTests
{
    [Theory]
    [InlineData("5/6", 0)]
    [InlineData("0.833333333333333333333333333333", 1)]
    [InlineData("0.833333333333333333333333333334", -1)]
    [InlineData("-1", 1)]
    public void CompareTo_RootsThatAreFractions_IsExact(string bound, int side) =>
        Assert.Equal(side, Math.Sign(SumOfRoots.CompareTo([Rational.Parse("1/4"), Rational.Parse("1/9")], Rational.Parse(bound))));

    // √2 + √3 = 3.14626436994197234232913506571557044551…
    [Theory]
    [InlineData("3.14626436994197234232913506571557044551", 1)]
    [InlineData("3.14626436994197234232913506571557044552", -1)]
    [InlineData("0", 1)]
    public void CompareTo_RootsThatAreNoFractions_TakesTheDigitsItNeeds(string bound, int side) =>
        Assert.Equal(side, Math.Sign(SumOfRoots.CompareTo([2, 3], Rational.Parse(bound))));

    [Fact]
    public void CompareTo_BoundBesideAnIrrationalSum_IsDecidedAtAHundredDigits()
    {
        // The hundred digits of √2 below and above it, by whole numbers alone.
        var scale = BigInteger.Pow(10, 100);
        var (low, high) = (BigInteger.Zero, 2 * scale);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (middle * middle <= 2 * scale * scale) low = middle;
            else high = middle;
        }

        Assert.Equal(1, SumOfRoots.CompareTo([2, Rational.Parse("1/4")], new Rational(low, scale) + Rational.Parse("1/2")));
        Assert.Equal(-1, SumOfRoots.CompareTo([2, Rational.Parse("1/4")], new Rational(high, scale) + Rational.Parse("1/2")));
    }

    [Fact]
    public void CompareTo_Nothing_IsZero()
    {
        Assert.Equal(0, SumOfRoots.CompareTo([], 0));
        Assert.Equal(0, SumOfRoots.CompareTo([0, 0], 0));
        Assert.Equal(-1, SumOfRoots.CompareTo([0], 1));
    }

    [Fact]
    public void CompareTo_NegativeSquare_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SumOfRoots.CompareTo([-1], 1));
}
