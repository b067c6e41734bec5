using System.Globalization;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>All cases are counties of one source set, judged once.</summary>
public sealed class IndicatorCaseTests(IndicatorCaseTests.Judged judged) : IClassFixture<IndicatorCaseTests.Judged>
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var (one, index) in IndicatorCases.All.Select((one, index) => (one, index))) cases.Add(index, $"{one.Row}: {one.Name}");
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Indicator_Changed_GivesVerdictAndReason(int index, string name)
    {
        var expected = IndicatorCases.All[index];

        var row = Assert.Single(judged.Of(index, expected.Indicator, expected.Part, expected.Stage));

        Assert.Equal($"{name} {expected.Verdict} {expected.Reason}", $"{name} {row[0]} {row[1]}");
    }

    [Fact]
    public void Indicators_InOrder_AreAllMet()
    {
        var first = IndicatorCases.All.Select((one, index) => (one, index)).First(pair => pair.one.Verdict == "met" && pair.one.Indicator == "08").index;

        Assert.All(judged.All(first), row => Assert.Equal("met", row[0]));
        Assert.Equal(25, judged.All(first).Select(row => row[1]).Distinct().Count());
    }

    [Fact]
    public void Indicator_OneSchoolUnjudged_NamesTheSchool()
    {
        var index = IndicatorCases.All.Select((one, index) => (one, index)).First(pair => pair.one is { Indicator: "25", Reason: "judgement_not_filed" }).index;

        var row = Assert.Single(judged.Of(index, "25", "", "all"));

        Assert.EndsWith("school V", (string)row[2]!, StringComparison.Ordinal);
    }

    [Fact]
    public void SumsOverSchools_AreShownWhereEverySchoolFiled()
    {
        // 30 + 25 + 16 + 3 teachers, and one certificate short.
        Assert.Equal(["met", 100.0, 74m, 74m], Sum("16", ""));
        Assert.Equal(["not_met", 100 * 73.0 / 74, 73m, 74m], Sum("19", "below_the_standard"));
        Assert.Equal(["unknown", null, null, null], Sum("16", "input_not_filed"));
    }

    IReadOnlyList<object?> Sum(string indicator, string reason) =>
        Assert.Single(judged.Sum(IndicatorCases.All.Select((one, index) => (one, index)).First(pair => pair.one.Indicator == indicator && pair.one.Reason == reason).index, indicator));

    /// <summary>One county a case.</summary>
    public sealed class Judged : IDisposable
    {
        readonly FiledCounties counties = FiledCounties.Unchecked(IndicatorCases.All.Select((one, index) =>
        {
            var county = new CountyFiling(CodeOf(index));
            one.Change(county);
            return county;
        }).ToList());

        internal IReadOnlyList<IReadOnlyList<object?>> Of(int index, string indicator, string part, string stage) => counties.Query(
            "select verdict, reason_code, reason_en from county_indicator where year = 2024 and county_code = $code and indicator = $indicator and part = $part and stage = $stage",
            ("code", CodeOf(index)), ("indicator", indicator), ("part", part), ("stage", stage)).Rows;

        internal IReadOnlyList<IReadOnlyList<object?>> Sum(int index, string indicator) => counties.Query(
            "select verdict, value, numerator::decimal(18, 0), denominator::decimal(18, 0) from county_indicator where year = 2024 and county_code = $code and indicator = $indicator and stage = 'all'",
            ("code", CodeOf(index)), ("indicator", indicator)).Rows;

        internal IReadOnlyList<IReadOnlyList<object?>> All(int index) =>
            counties.Query("select verdict, indicator from county_indicator where year = 2024 and county_code = $code", ("code", CodeOf(index))).Rows;

        public void Dispose() => counties.Dispose();

        static string CodeOf(int index) => "C" + index.ToString("000", CultureInfo.InvariantCulture);
    }
}
