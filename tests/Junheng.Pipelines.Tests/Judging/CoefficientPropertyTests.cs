namespace Junheng.Pipelines.Tests.Judging;

/// <summary>What must hold of every county, on 150 drawn at random, each filed in several ways and judged in one build.</summary>
public sealed class CoefficientPropertyTests(CoefficientPropertyTests.Counties counties) : IClassFixture<CoefficientPropertyTests.Counties>
{
    [Fact]
    public void Coefficient_ResourceScaled_StaysTheSame() => HasTheCoefficientsOf("scaled");

    [Fact]
    public void Coefficient_RowsInAnotherOrder_StaysTheSame() => HasTheCoefficientsOf("turned");

    [Fact]
    public void Coefficient_TwoIdenticalSchoolsMerged_StaysTheSame() => HasTheCoefficientsOf("merged", than: "twice");

    [Fact]
    public void SchoolIndicator_MoreOfAResource_NeverStopsBeingMet()
    {
        var (before, after) = (counties.Indicators("base"), counties.Indicators("more"));

        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.DoesNotContain(before, pair => pair.Value == "met" && after[pair.Key] != "met");
        Assert.Contains(before, pair => pair.Value == "not_met" && after[pair.Key] == "met");
    }

    [Theory]
    [InlineData("no-rows")]
    [InlineData("no-pupils")]
    [InlineData("no-money")]
    [InlineData("no-second-stage")]
    public void Verdict_OneSchoolLeftBlank_NeverBecomesMetOrNotApplicable(string blank)
    {
        var (before, after) = (counties.Verdicts("base"), counties.Verdicts(blank));

        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.DoesNotContain(before, pair => after[pair.Key] is "met" or "not_applicable" && after[pair.Key] != pair.Value);
        Assert.Contains(before, pair => after[pair.Key] == "unknown" && pair.Value is "met" or "not_met");
    }

    [Theory]
    [InlineData("no-rows")]
    [InlineData("no-pupils")]
    [InlineData("no-money")]
    [InlineData("no-second-stage")]
    public void SchoolIndicator_OneSchoolLeftBlank_NeverBecomesMet(string blank)
    {
        var (before, after) = (counties.Indicators("base"), counties.Indicators(blank));

        Assert.DoesNotContain(after, pair => pair.Value == "met" && before.GetValueOrDefault(pair.Key) != "met");
    }

    void HasTheCoefficientsOf(string way, string than = "base")
    {
        var (expected, actual) = (counties.Coefficients(than), counties.Coefficients(way));

        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.True(expected.Count(pair => pair.Value > 0.01) > 100);
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key], 1e-12));
    }

    public sealed class Counties : IDisposable
    {
        static readonly Dictionary<string, Func<RandomCounty, RandomCounty>> Ways = new(StringComparer.Ordinal)
        {
            ["base"] = county => county,
            ["scaled"] = county => new([.. county.Schools.Select(school => school with { Money = school.Money * 7, Teachers = school.Teachers * 3 })]),
            ["turned"] = county => new([.. county.Schools.Reverse()]),
            ["twice"] = county => new([.. county.Schools, county.Schools[0]]),
            ["merged"] = county => new([county.Schools[0].Doubled(), .. county.Schools.Skip(1)]),
            ["more"] = county => new([.. county.Schools.Select(school => school with { Money = school.Money + 70_000, Teachers = school.Teachers + 1 })]),
        };

        static readonly Dictionary<string, Func<FiledSchool, FiledSchool>> Blanks = new(StringComparer.Ordinal)
        {
            ["no-rows"] = school => new FiledSchool(school.County, school.Code, school.Type),
            ["no-pupils"] = school => Blank(school).Filed(school.Stages.Select(stage => stage.Without("pupils"))).Has([.. school.Premises.Select(one => (one.Key, one.Value))]),
            ["no-money"] = school => Blank(school).Filed(school.Stages),
            ["no-second-stage"] = school => Blank(school).Filed(school.Stages.Take(1)).Has([.. school.Premises.Select(one => (one.Key, one.Value))]),
        };

        readonly Judged judged = new Filing(RandomCounty.Sample(150).SelectMany((county, number) => Ways
            .SelectMany(way => way.Value(county).File(Code(way.Key, number)))
            .Concat(Blanks.SelectMany(blank => county.File(Code(blank.Key, number)).Select((school, at) => at == 0 ? blank.Value(school) : school))))).Judge();

        public void Dispose() => judged.Dispose();

        internal IReadOnlyDictionary<string, double> Coefficients(string way) =>
            Rows(way).Where(row => row.Cv is not null).ToDictionary(Key, row => row.Cv!.Value, StringComparer.Ordinal);

        internal IReadOnlyDictionary<string, string> Verdicts(string way) => Rows(way).ToDictionary(Key, row => row.Verdict, StringComparer.Ordinal);

        internal IReadOnlyDictionary<string, string> Indicators(string way) => judged.Schools($"school_code like '{way}:%' and indicator in ('02', '06')")
            .ToDictionary(row => $"{row.School[way.Length..]} {row.Stage} {row.Indicator}", row => row.Verdict!, StringComparer.Ordinal);

        static FiledSchool Blank(FiledSchool school) => new(school.County, school.Code, school.Type);

        static string Code(string way, int number) => FormattableString.Invariant($"{way}:{number}");

        IEnumerable<CoefficientRow> Rows(string way) => judged.Coefficients($"county_code like '{way}:%' and indicator in ('02', '06')");

        static string Key(CoefficientRow row) => $"{row.County.Split(':')[1]} {row.Stage} {row.Indicator}";
    }
}
