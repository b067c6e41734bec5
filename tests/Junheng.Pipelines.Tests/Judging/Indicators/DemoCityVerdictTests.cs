using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>The demo city shows every verdict, and one county that is met.</summary>
public sealed class DemoCityVerdictTests(DemoCityVerdictTests.Built built) : IClassFixture<DemoCityVerdictTests.Built>
{
    [Fact]
    public void Xingye_2024_IsMetAndNoOther() =>
        Assert.Equal(["990102"], built.Column("select county_code from county_verdict where year = 2024 and overall = 'met'"));

    [Fact]
    public void Verdicts_AllFour_Occur() =>
        Assert.Equal(["met", "not_applicable", "not_met", "unknown"], built.Column("select distinct verdict from county_indicator where year = 2024 order by 1"));

    [Fact]
    public void Exceptions_AllSix_HoldInTheirYearsAndNotAfter()
    {
        Assert.Equal(built.Column("select exception from rule_exception order by 1"), built.Column("select distinct exception from school_exception order by 1"));
        Assert.Equal(["2019", "2020", "2021", "2022"], built.Column("select distinct cast(year as varchar) from school_exception order by 1"));
    }

    [Fact]
    public void Exceptions_ChangeWhatTheyTouch_AndBothVerdictsStand()
    {
        Assert.Equal(["inner_city_grounds"], built.Column("select distinct exception from school_indicator where verdict_without_exceptions = 'not_met' and verdict_with_exceptions = 'met'"));
        Assert.Equal(["rooms_built_by_2016"], built.Column("select distinct exception from school_rule_result where verdict_without_exceptions = 'not_met' and verdict_with_exceptions = 'met'"));
        Assert.Equal(["2019 990101 10", "2020 990101 10", "2022 990101 10"],
            built.Column("select concat_ws(' ', year, county_code, changed_by_exceptions) from county_verdict where changed_by_exceptions <> '' order by 1"));
    }

    [Fact]
    public void Campus_IsJudgedWithItsSchool()
    {
        Assert.Equal(["9901070004"], built.Column("select distinct counted_with from campus where counted_with <> school_code"));
        Assert.Empty(built.Column("select school_code from school where school_code = '9901070801'"));
        Assert.Empty(built.Column(
            """
            select cast(school_stage.year as varchar)
            from school_stage
            join (select year, sum(amount) as pupils from filed_quantity where school_code in ('9901070004', '9901070801') and field = 'pupils' group by year) as filed on filed.year = school_stage.year
            where school_stage.school_code = '9901070004' and school_stage.pupils is distinct from filed.pupils
            """));
    }

    [Fact]
    public void Procedure_IsTheLatestStepOfTheYear_AndUnknownWhereNobodyFiled() => Assert.Equal(
        [
            "990101 basic_recognised passed 1", "990102 province_evaluation pending 5", "990103 self_evaluation passed 2", "990104 recheck failed 2", "990105 self_evaluation failed 2",
            "990106 0", "990107 basic_recognised passed 1", "990108 basic_recognised passed 1", "990109 basic_recognised passed 1",
        ],
        built.Column("select concat_ws(' ', county_code, step, step_result, steps) from county_procedure where year = 2024 order by 1"));

    [Fact]
    public void Reasons_AreThoseListedForTheirVerdict() => Assert.Empty(built.Column(
        """
        select distinct concat(county_indicator.verdict, ' ', county_indicator.reason_code)
        from county_indicator
        left join reason on reason.reason = county_indicator.reason_code
        where coalesce(reason.verdict, 'met') <> county_indicator.verdict
        """));

    [Fact]
    public void Overall_IsTheConjunction()
    {
        var rows = built.Rows("select resource, coefficient, government, quality, satisfaction, veto, overall from county_verdict");

        Assert.Equal(54, rows.Count);
        Assert.All(rows, row => Assert.Equal(Conjunction(row.Take(6).Select(verdict => (string)verdict!)), row[6]));
    }

    [Theory, InlineData("government"), InlineData("quality"), InlineData("satisfaction")]
    public void Dimension_IsTheConjunctionOfItsIndicators(string dimension)
    {
        var rows = built.Rows($"""
            select string_agg(county_indicator.verdict, ' '), any_value(county_verdict.{dimension})
            from county_verdict
            join county_indicator on county_indicator.year = county_verdict.year and county_indicator.county_code = county_verdict.county_code
            where county_indicator.part = '' and county_indicator.dimension = '{dimension}'
            group by county_verdict.year, county_verdict.county_code
            """);

        Assert.Equal(54, rows.Count);
        Assert.All(rows, row => Assert.Equal(Conjunction(((string)row[0]!).Split(' ')), row[1]));
    }

    [Fact]
    public void Indicators_AreTwentyFive_InEveryCountyAndYear() =>
        Assert.Equal(["25"], built.Column("select distinct cast(count(distinct indicator) as varchar) from county_indicator where part = '' group by year, county_code"));

    static string Conjunction(IEnumerable<string> verdicts)
    {
        var all = verdicts.ToHashSet(StringComparer.Ordinal);
        return all.Contains("not_met") ? "not_met" : all.Contains("unknown") ? "unknown" : all.Contains("met") ? "met" : "not_applicable";
    }

    /// <summary>The committed sample.</summary>
    public sealed class Built : IDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-city-");
        readonly SnapshotReader reader;

        public Built() => reader = SnapshotReader.Open(DemoCity.Built.Snapshot!, new EngineOptions(2, "1GB", Path.Combine(folder.FullName, "tmp")));

        internal IReadOnlyList<IReadOnlyList<object?>> Rows(string sql) => reader.Query(sql, CancellationToken.None).Rows;

        internal IEnumerable<string> Column(string sql) => Rows(sql).Select(row => (string)row[0]!).ToList();

        public void Dispose()
        {
            reader.Dispose();
            folder.Delete(recursive: true);
        }
    }
}
