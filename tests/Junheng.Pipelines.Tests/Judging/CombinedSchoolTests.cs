namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The worked schools of method.md §2.2.</summary>
public sealed class CombinedSchoolTests(CombinedSchoolTests.Worked worked) : IClassFixture<CombinedSchoolTests.Worked>
{
    readonly Judged judged = worked.Judged;

    [Theory]
    [InlineData("04", 6.00, 6.60, 3600, 2640)]
    [InlineData("05", 10.00, 11.00, 6000, 4400)]
    [InlineData("06", 2500, 2750, 1_500_000, 1_100_000)]
    [InlineData("07", 2.50, 2.75, 15, 11)]
    public void NineYearSchool_IsDividedOneToOnePointOne(string indicator, double primary, double junior, double primaryPart, double juniorPart)
    {
        var (p, j) = (judged.School("N", "primary", indicator), judged.School("N", "junior", indicator));

        Assert.Equal((primary, primaryPart, "met"), (p.Value!.Value, Parts.Number(p.Numerator), p.Verdict));
        Assert.Equal((junior, juniorPart, "met"), (j.Value!.Value, Parts.Number(j.Numerator), j.Verdict));
    }

    [Fact]
    public void CompleteSecondarySchool_IsDividedOneToOnePointTwo()
    {
        var junior = judged.School("S", "junior", "04");

        Assert.Equal(12000.0 / 2340, junior.Value!.Value, 12);
        Assert.Equal(900 * 12000.0 / 2340, Parts.Number(junior.Numerator), 9);
        Assert.Equal("near", junior.Band);
    }

    [Fact]
    public void TwelveYearSchool_IsDividedOneToOnePointOneToOnePointThreeTwo()
    {
        Assert.Equal(20000.0 / 2320, judged.School("T", "primary", "04").Value!.Value, 12);
        Assert.Equal(1.1 * 20000 / 2320, judged.School("T", "junior", "04").Value!.Value, 12);
    }

    [Fact]
    public void PrimarySchool_WithAttachedKindergarten_WeighsItsPupilsOnePointOne() =>
        Assert.Equal(1.1 * 1500 / 324, judged.School("K", "primary", "04").Value!.Value, 12);

    public sealed class Worked : IDisposable
    {
        internal Judged Judged { get; } = new Filing(
            new FiledSchool("530302", "N", "nine_year_school").Stage("primary", 600).Stage("junior", 400)
                .Has(("teaching_area", 7040), ("gym_area", 800), ("sports_ground_area", 9600), ("equipment_value", 2_600_000), ("multimedia_rooms", 26)),
            new FiledSchool("530302", "S", "complete_secondary_school").Stage("junior", 900).Stage("senior", 1200).Has(("teaching_area", 12000), ("gym_area", 0)),
            new FiledSchool("530302", "T", "twelve_year_school").Stage("primary", 1000).Stage("junior", 600).Stage("senior", 500)
                .Has(("teaching_area", 20000), ("gym_area", 0)),
            new FiledSchool("530302", "K", "primary_school").Stage("kindergarten", 60).Stage("primary", 240).Has(("teaching_area", 1500), ("gym_area", 0))).Judge();

        public void Dispose() => Judged.Dispose();
    }
}
