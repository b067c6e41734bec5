namespace Junheng.Pipelines.Tests.Synthesis;

public sealed class DemoCityConsistencyTests
{
    public static TheoryData<int> Years => [.. SampleCity.Years];

    [Theory, MemberData(nameof(Years))]
    public void Register_CodesAreTenDigitsOfTheirCountyAndUnique(int year)
    {
        var schools = SampleCity.Schools[year];

        Assert.Equal(9, schools.Select(school => school.County).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(schools.Count, schools.Select(school => school.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(schools.Count, schools.Select(school => school.Register["学校名称"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(schools, school =>
        {
            Assert.Matches("^9901[0-9]{6}$", school.Code);
            Assert.StartsWith(school.County, school.Code, StringComparison.Ordinal);
            Assert.StartsWith("示例市", school.Register["学校名称"], StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Years))]
    public void Tables_NameOnlyRegisteredSchools(int year)
    {
        var registered = SampleCity.Table(year, "schools").Rows.Select(row => row["学校标识码"]).ToHashSet(StringComparer.Ordinal);

        Assert.All(SampleCity.Table(year, "stages").Rows, row => Assert.Contains(row["学校标识码"], registered));
        Assert.All(SampleCity.Table(year, "facilities").Rows, row => Assert.Contains(row["学校标识码"], registered));
    }

    [Theory, MemberData(nameof(Years))]
    public void Teachers_OfAnyKindAreAmongTheFullTime(int year) =>
        Assert.All(SampleCity.Table(year, "stages").Rows, row =>
        {
            var teachers = SampleTable.Number(row["专任教师数"]);
            Assert.True(Sum(row, "专科学历教师数", "本科学历教师数", "硕士学历教师数", "博士学历教师数") <= teachers);
            Assert.True(Sum(row, "体育专任教师数", "音乐专任教师数", "美术专任教师数") <= teachers);
            Assert.True(Sum(row, "县级以上骨干教师数") <= teachers);
        });

    [Theory, MemberData(nameof(Years))]
    public void Pupils_AreSomeInEveryStageThatFiles(int year) =>
        Assert.All(SampleCity.Table(year, "stages").Rows, row => Assert.InRange(SampleTable.Number(row["在校生数"])!.Value, 12, 2600));

    [Theory, MemberData(nameof(Years))]
    public void Gym_IsWithinTheTeachingArea(int year) =>
        Assert.All(SampleCity.Schools[year], school => Assert.False(school.Gym > school.OfPremises("教学及辅助用房面积")));

    [Theory, MemberData(nameof(Years))]
    public void Gym_IsCalledAsOnTheFormOfItsYear(int year)
    {
        var headers = SampleCity.Table(year, "facilities").Headers;

        Assert.Equal(year <= 2020, headers.Contains("体育馆面积", StringComparer.Ordinal));
        Assert.Equal(year >= 2021, headers.Contains("室内体育用房面积", StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Years))]
    public void Totals_AreTheSums(int year)
    {
        foreach (var (name, texts) in new[] { ("stages", 2), ("facilities", 1) })
        {
            var table = SampleCity.Table(year, name);
            // Sizes of classes do not add up.
            Assert.All(table.Headers[texts..].Where(column => column != "最大班额"), column =>
                Assert.Equal(table.Rows.Sum(row => SampleTable.Number(row[column])), SampleTable.Number(table.Total[column])));
        }
    }

    [Fact]
    public void Rolls_ChangeSmoothly()
    {
        foreach (var year in SampleCity.Years.Skip(1))
        {
            var before = SampleCity.Schools[year - 1].ToDictionary(school => school.Code, StringComparer.Ordinal);
            foreach (var school in SampleCity.Schools[year].Where(school => before.ContainsKey(school.Code)))
                foreach (var stage in SevenIndicators.Stages)
                    if (school.InStage(stage, "在校生数") is { } now && before[school.Code].InStage(stage, "在校生数") is { } then)
                        Assert.InRange(now - then, -(0.25m * then) - 1, (0.30m * then) + 1);
        }
    }

    static decimal? Sum(Dictionary<string, string> row, params string[] columns) =>
        columns.Sum(column => SampleTable.Number(row[column]) ?? 0);
}
