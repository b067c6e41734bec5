using System.Globalization;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Geography;

/// <summary>The worked example of docs/method/time.md: a county that changed its code, and everything that can happen to its schools in one year.</summary>
public sealed class CountyChangeTests : IClassFixture<CountyChangeTests.TwoYears>
{
    const string Before = "530321";
    const string Now = "530304";
    const string Neighbour = "530302";

    readonly Judged judged;

    public CountyChangeTests(TwoYears years) => judged = years.Judged;

    [Fact]
    public void Mean_EachPart_IsAsByHand() => Assert.Equal(
        // 6 → 9; the same schools 2 → 3; entered 5 → 6; left 5 → 4; the boundary took one (6 → 5) and brought one (6 → 9); unexplained 4 → 5 and 4 → 2; newly counted 3 → 4.
        ["6 9 3 1 1 -1 2 1 -2 1"],
        Parts("mean"));

    [Fact]
    public void SchoolsPupilsTotal_EachPart_IsASum()
    {
        Assert.Equal(["5 6 1 0 1 -1 0 1 -1 1"], Parts("schools"));
        Assert.Equal(["400 600 200 0 100 -50 0 100 -50 100"], Parts("pupils"));
        Assert.Equal(["24 54 30 2 10 -5 15 8 -6 6"], Parts("total"));
    }

    [Fact]
    public void Cv_SameSchools_FromAHalfToAThird() =>
        Assert.Equal(-0.166666666667m, Assert.Single(judged.Query($"select same_schools from county_change where measure = 'cv' and {Chosen}").Rows)[0]);

    [Fact]
    public void Parts_OfEveryMeasure_AddUpExactly()
    {
        var rows = judged.Query("""
            select change, same_schools + entered + "left" + boundary + unexplained_entered + unexplained_left + counting as parts from county_change where change is not null
            """).Rows;

        Assert.True(rows.Count >= 10);
        Assert.All(rows, row => Assert.Equal(row[0], row[1]));
    }

    [Fact]
    public void BeforeAndAfter_AreTheCoefficientsOfTheCountyAsFiled() => Assert.All(
        judged.Query("""
            select county_change.measure, case when county_change.year = county_coefficient.year then county_change.after else county_change.before end,
                case county_change.measure when 'mean' then county_coefficient.mean else county_coefficient.cv end
            from county_change
            join county_as_now using (county_code_now)
            join county_coefficient on county_coefficient.county_code = county_as_now.county_code and county_coefficient.year = county_as_now.year
                and county_coefficient.stage = county_change.stage and county_coefficient.indicator = county_change.indicator
            where county_change.measure in ('mean', 'cv') and county_coefficient.schools > 0
            """).Rows,
        row => Assert.Equal((double)row[2]!, (double)(decimal)row[1]!, 9));

    [Fact]
    public void Schools_WithoutLineage_AreUnexplainedAndNeverGuessed() => Assert.Equal(
        ["after S6 entered opened", "after S7 boundary ", "after S8 unexplained ", "before S3 left closed", "before S4 boundary ", "before S5 unexplained "],
        judged.Query($"select concat_ws(' ', side, school_code, cause, event) from school_change where county_code_now = '{Now}' and cause <> 'same' order by side, school_code").Rows.Select(row => row[0]));

    [Fact]
    public void Merged_InsideTheCounty_IsTheSameSchoolsAndGoesByItsSuccessor()
    {
        Assert.Equal(["M1", "M2"], judged.Query("select school_code from school_change where side = 'before' and cause = 'same' and school_code like 'M%' order by all").Rows.Select(row => row[0]));
        Assert.Equal(["M1 M1", "M2 M1"], judged.Query("select concat(school_code, ' ', school_code_now) from school_as_now where year = 2017 and school_code like 'M%' order by all").Rows.Select(row => row[0]));
    }

    // K1 was split into K1 and K2; R0 became R1; V1 moved to the other county; Q0 went into Q1, which stands there; of W1 a part went there as W2.
    [Fact]
    public void Events_OfEachKind_SayWhoStayedCameAndWent() => Assert.Equal(
        [
            "990301 after K1 same split", "990301 after K2 same split", "990301 after R1 same recoded", "990301 after W1 same split",
            "990301 before K1 same split", "990301 before Q0 left merged", "990301 before R0 same recoded", "990301 before V1 left moved", "990301 before W1 same split",
            "990302 after Q1 same merged", "990302 after V1 entered moved", "990302 after W2 entered split",
            "990302 before Q1 same ",
        ],
        judged.Query("select concat_ws(' ', county_code_now, side, school_code, cause, event) from school_change where county_code_now like '9903%' order by county_code_now, side, school_code").Rows.Select(row => row[0]));

    [Fact]
    public void School_AsNow_GoesByItsSuccessorAndKeepsItsCodeWhenSplit() => Assert.Equal(
        ["K1 K1", "Q0 Q1", "Q1 Q1", "R0 R1", "V1 V1", "W1 W1"],
        judged.Query("select concat(school_code, ' ', school_code_now) from school_as_now where year = 2017 and county_code like '9903%' order by school_code").Rows.Select(row => row[0]));

    [Fact]
    public void County_AsNow_IsOneSeriesUnderTheNewCode()
    {
        Assert.Equal([$"2017 {Before} {Now} 马龙区", $"2018 {Now} {Now} {Now}"], judged.Query(
            $"select concat_ws(' ', year, county_code, county_code_now, county_name_now) from county_as_now where county_code_now = '{Now}' order by year").Rows.Select(row => row[0]));
        // What was judged stays as it was filed.
        Assert.Equal([Before], judged.Query("select distinct county_code from county_coefficient where year = 2017 and county_code like '5303_1'").Rows.Select(row => row[0]));
    }

    // On today's ground 2017 had S1, S2, S3, S5 and, beyond the old boundary, S7, without S4: (1+3+5+6+24)/(100+100+50+50+100) = 39/400 = 9.75 per 100. As filed the mean rose from 6 to 9,
    // on the same ground it fell from 9.75 to 9. CV² = Σ P/400·(x/9.75 − 1)² with x = 1, 3, 10, 12, 24 per 100
    // = (100·8.75² + 100·6.75² + 50·0.25² + 50·2.25² + 100·14.25²) / (400·9.75²) = 32775/38025 = 0.861932939…, whose root is 0.928403…
    [Fact]
    public void Coefficient_AsNow_IsOfTodaysGroundInEveryYear()
    {
        var rows = judged.Query($"select year, county_codes, schools, pupils, mean, cv from county_coefficient_as_now where county_code_today = '{Now}' and stage = 'primary' and indicator = '02' order by year").Rows;

        Assert.Equal(["2017 530302,530321 5 400", "2018 530304 6 600"], rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row[0]} {row[1]} {row[2]} {(decimal)row[3]!:0}")));
        Assert.Equal(9.75, (double)rows[0][4]!, 12);
        Assert.Equal(Math.Sqrt(32775d / 38025d), (double)rows[0][5]!, 12);
        Assert.Equal(9, (double)rows[1][4]!, 12);
        Assert.Equal(6d, judged.Query($"select mean from county_coefficient where year = 2017 and county_code = '{Before}' and stage = 'primary' and indicator = '02'").Rows[0][0]);
    }

    // 沾益县 530328 became 沾益区 530303 in 2016: as filed one county ends and another begins; as now it is one, and its schools are the same.
    [Fact]
    public void Zhanyi_ANewCodeAlone_MovesNobody()
    {
        Assert.Equal(["2015 530328 530303 沾益区", "2016 530303 530303 530303"], judged.Query(
            "select concat_ws(' ', year, county_code, county_code_now, county_name_now) from county_as_now where county_code_now = '530303' order by year").Rows.Select(row => row[0]));
        Assert.Equal(["after Z1 same", "after Z2 same", "before Z1 same", "before Z2 same"], judged.Query(
            "select concat_ws(' ', side, school_code, cause) from school_change where county_code_now = '530303' and year = 2016 order by side, school_code").Rows.Select(row => row[0]));
    }

    [Fact]
    public void Findings_OnlyTheUnexplained_ComeAndGo() => Assert.Equal(
        ["CHECK-SCHOOL-APPEARED S8", "CHECK-SCHOOL-VANISHED S5"],
        judged.Query("select concat(check_rule.code, ' ', unit_code) from failed_register join check_rule using (check_name) order by all").Rows.Select(row => row[0]));

    const string Chosen = $"county_code_now = '{Now}' and stage = 'primary' and indicator = '02' and year = 2018";

    IEnumerable<string> Parts(string measure) => judged
        .Query($"""select before, after, change, same_schools, entered, "left", boundary, unexplained_entered, unexplained_left, counting from county_change where measure = '{measure}' and {Chosen}""")
        .Rows.Select(row => string.Join(' ', row.Select(cell => ((decimal)cell!).ToString("0.######", CultureInfo.InvariantCulture))));

    public sealed class TwoYears : IDisposable
    {
        internal Judged Judged { get; } = new Filing(
        [
            School("530328", "Z1", 2015, 100, 3),
            School("530328", "Z2", 2015, 100, 5),
            School("530303", "Z1", 2016, 100, 3),
            School("530303", "Z2", 2016, 100, 5),
            School(Before, "S1", 2017, 100, 1),
            School(Before, "S2", 2017, 100, 3),
            School(Before, "S3", 2017, 50, 5),
            School(Before, "S4", 2017, 100, 9),
            School(Before, "S5", 2017, 50, 6),
            School(Before, "S9", 2017, 100, Amount.Blank),
            School(Neighbour, "S7", 2017, 100, 24),
            School(Neighbour, "M1", 2017, 100, 2),
            School(Neighbour, "M2", 2017, 100, 2),
            School(Now, "S1", 2018, 100, 2),
            School(Now, "S2", 2018, 100, 4),
            School(Neighbour, "S4", 2018, 100, 9),
            School(Now, "S6", 2018, 100, 10),
            School(Now, "S7", 2018, 100, 24),
            School(Now, "S8", 2018, 100, 8),
            School(Now, "S9", 2018, 100, 6),
            School(Neighbour, "M1", 2018, 200, 4),
            .. new[] { "K1", "R0", "V1", "Q0", "W1" }.Select(code => School("990301", code, 2017, 100, 2)),
            School("990302", "Q1", 2017, 100, 2),
            .. new[] { "K1", "K2", "R1", "W1" }.Select(code => School("990301", code, 2018, 100, 2)),
            .. new[] { "V1", "Q1", "W2" }.Select(code => School("990302", code, 2018, 100, 2)),
        ])
        {
            Lineage =
            [
                "2018,S3,closed,", "2018,S6,opened,", "2018,M1,merged,M2",
                "2018,K1,split,K1", "2018,K2,split,K1", "2018,R1,recoded,R0", "2018,V1,moved,", "2018,Q1,merged,Q0", "2018,W1,split,W1", "2018,W2,split,W1",
            ],
        }.JudgeAll();

        public void Dispose() => Judged.Dispose();

        static FiledSchool School(string county, string code, int year, int pupils, Amount backbone) =>
            new FiledSchool(county, code, "primary_school", year).Stage("primary", pupils, ("teachers_backbone", backbone));
    }
}
