using Junheng.Models.Numbers;

namespace Junheng.Models.Tests.Numbers;

public sealed class CoefficientOfVariationTests
{
    [Fact]
    public void Squared_PrintedExample_Is05153ToFourDigits()
    {
        // The method sheet's five schools (oracle 01): pupils and books.
        SchoolShare[] schools = [new(45, 279), new(37, 137), new(89, 935), new(76, 160), new(55, 402)];

        var squared = CoefficientOfVariation.Squared(schools);

        Assert.True(squared > Rational.Parse("0.51525") * Rational.Parse("0.51525"));
        Assert.True(squared < Rational.Parse("0.51535") * Rational.Parse("0.51535"));
    }

    [Fact]
    public void Squared_EqualSchoolsThreeToOne_IsExactlyAQuarter() =>
        Assert.Equal(new Rational(1, 4), CoefficientOfVariation.Squared([new(100, 300), new(100, 100)]));

    [Fact]
    public void Squared_UnequalSizes_IsExact() =>
        // Sizes 1 : 4, ratios 2 : 3/4, mean 1: 1/5·1 + 4/5·1/16 = 1/4.
        Assert.Equal(new Rational(1, 4), CoefficientOfVariation.Squared([new(1, 2), new(4, 3)]));

    [Fact]
    public void Squared_OneSchool_IsZero() => Assert.Equal((Rational)0, CoefficientOfVariation.Squared([new(7, 3)]));

    [Fact]
    public void Squared_IdenticalSchoolsMerged_IsUnchanged()
    {
        SchoolShare[] apart = [new(40, 90), new(40, 90), new(30, 20)];
        SchoolShare[] merged = [new(80, 180), new(30, 20)];

        Assert.Equal(CoefficientOfVariation.Squared(apart), CoefficientOfVariation.Squared(merged));
    }

    [Fact]
    public void Squared_NothingAnywhere_Throws() =>
        Assert.Throws<DivideByZeroException>(() => CoefficientOfVariation.Squared([new(10, 0), new(20, 0)]));
}
