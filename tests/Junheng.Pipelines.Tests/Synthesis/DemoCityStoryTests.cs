namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>Each county still shows what it is there to show.</summary>
public sealed class DemoCityStoryTests
{
    [Fact]
    public void Yunqiao_IsUrbanAndBig()
    {
        var schools = SampleCity.In("990101", 2024).ToList();

        Assert.True(schools.Count(school => school.Register["城乡类型"] is "城区") > 0.85 * schools.Count);
        Assert.True(schools.Average(school => school.Stages.Keys.Sum(stage => school.InStage(stage, "在校生数"))) > 900);
        Assert.Empty(OverLimit("990101", 2024));
    }

    [Fact]
    public void Xingye_MeetsEverythingInEveryYear() => Assert.All(SampleCity.Years, year =>
    {
        Assert.Empty(OverLimit("990102", year));
        Assert.Equal(1.0, PassRate("990102", year));
    });

    [Fact]
    public void Qinghu_ImprovesToAllWithinAndAllPassing()
    {
        Assert.True(OverLimit("990103", 2019).Count >= 5);
        Assert.True(PassRate("990103", 2019) < 0.25);
        Assert.All(SampleCity.Years.Skip(1), year => Assert.True(PassRate("990103", year) >= PassRate("990103", year - 1)));
        Assert.Empty(OverLimit("990103", 2024));
        Assert.Equal(1.0, PassRate("990103", 2024));
    }

    [Fact]
    public void Wangxi_WorsensOverTheLimit()
    {
        Assert.Empty(OverLimit("990104", 2019));
        Assert.True(OverLimit("990104", 2024).Count >= 4);
        Assert.True(PassRate("990104", 2024) < PassRate("990104", 2019));
        Assert.True(Rural(2024) < 0.6m * Rural(2019));

        static decimal? Rural(int year) => SampleCity.In("990104", year)
            .Where(school => school.Register["城乡类型"] is "乡村")
            .Sum(school => school.Stages.Keys.Sum(stage => school.InStage(stage, "在校生数")));
    }

    [Theory, InlineData("小学", 6), InlineData("初中", 5)]
    public void Yanzhou_SwingsAboutTheLimit(string stage, int indicator)
    {
        var distances = SampleCity.Years
            .Select(year => Coefficient.Of("990105", year, stage, indicator).Value - Coefficient.Limit(stage))
            .ToList();

        Assert.InRange(distances[^1], -0.01, 0.01);
        Assert.Contains(distances, distance => distance is > 0 and < 0.01);
        Assert.Contains(distances, distance => distance is < 0 and > -0.01);
    }

    [Fact]
    public void Yanzhou_2024_RoundsToTheLimitFromEitherSide()
    {
        Assert.InRange(Coefficient.Of("990105", 2024, "小学", 6).Value, 0.50000001, 0.50049999);
        Assert.InRange(Coefficient.Of("990105", 2024, "初中", 5).Value, 0.44950001, 0.44999999);
    }

    [Fact]
    public void Liuting_HasABlankSchoolAndABlankCell()
    {
        var blank = Assert.Single(SampleCity.Schools[2024], school => school.Stages.Count == 0 && school.Kind is not "特殊教育学校");
        Assert.Equal("990106", blank.County);
        Assert.Null(blank.Facilities);
        Assert.All(Enumerable.Range(1, 7), indicator => Assert.Equal(1, Coefficient.Of("990106", 2024, "小学", indicator).Missing));
        Assert.All(Enumerable.Range(1, 7), indicator => Assert.Equal(0, Coefficient.Of("990106", 2024, "初中", indicator).Missing));
        Assert.Equal(1, Coefficient.Of("990106", 2023, "初中", 6).Missing);
    }

    [Fact]
    public void OtherCounties_MissNothingThatTheSevenNeed() =>
        Assert.All(SampleCity.Years, year => Assert.All(
            SampleCity.Schools[year].Select(school => school.County).Where(county => county is not "990106").Distinct(StringComparer.Ordinal),
            county => Assert.All(Coefficient.Fourteen, one => Assert.Equal(0, Coefficient.Of(county, year, one.Stage, one.Indicator).Missing))));

    [Fact]
    public void Songjian_HasTeachingPointsOnBothSidesOfFifty()
    {
        var sizes = SampleCity.In("990107", 2024).Where(school => school.Kind is "教学点").Select(school => school.InStage("小学", "在校生数")).ToList();

        Assert.True(sizes.Count >= 10);
        Assert.Contains(sizes, size => size < 50);
        Assert.Contains(sizes, size => size is >= 50 and < 100);
    }

    [Theory, InlineData("990108"), InlineData("990109")]
    public void OrdinaryCounties_PassInMostSchoolsNotInAll(string county)
    {
        Assert.InRange(PassRate(county, 2024), 0.5, 0.95);
        Assert.Empty(OverLimit(county, 2024));
    }

    [Fact]
    public void City_OpensClosesMergesAndRenames()
    {
        Assert.True(Codes(2024).Except(Codes(2019), StringComparer.Ordinal).Count() >= 3);
        Assert.Equal(["教学点"], Gone("990107"));
        Assert.Equal(["小学"], Gone("990108"));

        var names = SampleCity.In("990108", 2019).ToDictionary(school => school.Code, school => school.Register["学校名称"], StringComparer.Ordinal);
        Assert.Single(SampleCity.In("990108", 2024), school => !string.Equals(names[school.Code], school.Register["学校名称"], StringComparison.Ordinal));
    }

    static IEnumerable<string> Codes(int year) => SampleCity.Schools[year].Select(school => school.Code);

    static List<string> Gone(string county)
    {
        var left = Codes(2024).ToHashSet(StringComparer.Ordinal);
        return [.. SampleCity.In(county, 2019).Where(school => !left.Contains(school.Code)).Select(school => school.Kind)];
    }

    static List<(string Stage, int Indicator)> OverLimit(string county, int year) =>
        [.. Coefficient.Fourteen.Where(one => Coefficient.Of(county, year, one.Stage, one.Indicator).Value > Coefficient.Limit(one.Stage))];

    /// <summary>Of the school-stages in scope.</summary>
    static double PassRate(string county, int year) => SevenIndicators.Stages
        .SelectMany(stage => SampleCity.In(county, year).Where(school => SevenIndicators.InScope(school, stage)).Select(school => SevenIndicators.Passes(school, stage)))
        .Average(passes => passes is true ? 1.0 : 0.0);
}
