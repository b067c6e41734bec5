using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>
/// Outlooks and ranks worked out by hand. Each county has one school of 200 pupils, which needs 7.5 × 200 = 1500 m² and 2000 × 200 = 400,000 yuan; the as-of day is 2024-12-31.
/// </summary>
public sealed class LedgerTests(LedgerTests.Worked worked) : IClassFixture<LedgerTests.Worked>
{
    readonly Judged judged = worked.Judged;

    // A lacks 300, 180, 100: (300 − 100) / 2 = 100 a year where 100 / (2026 − 2024) = 50 are needed. B lacks 300, 290, 280: 10 a year where 140 are needed.
    // T's year is this one: nothing more will be counted, and the day has not passed. F filed nothing in 2022, when others did. N has no year to be late for.
    [Theory]
    [InlineData("A", "100|50|100|on_track|")]
    [InlineData("B", "280|140|10|late|")]
    [InlineData("C", "100||100|overdue|")]
    [InlineData("T", "100||100|late|")]
    [InlineData("F", "100|50||cannot_tell|earlier_years_not_known")]
    [InlineData("N", "100||100||no_target_year")]
    public void Condition_IsHeldAgainstThePaceOfThreeYears(string county, string expected) => Assert.Equal(
        expected,
        Line($"select distance::double, pace_needed::double, pace_achieved::double, outlook, reason from plan_condition where year = 2024 and county_code = '{county}' and condition = 'ground.primary'"));

    // C: 2023-12-31 to 2024-12-31 are 366 days. Lacking: 100 of 1500 m² is 0.066667, 280 is 0.186667. Of E two of four conditions are known.
    [Fact]
    public void Ranking_IsByYearThenOutlookThenShareThenShortfall() => Assert.Equal(
        [
            "1|false|C|2023|overdue||1|4|3|0|0.066667",
            "2|false|T|2024|late|||4|3|0|0.066667",
            "3|true|R|2026|achieved|||4|4|0|0",
            "3|true|V|2026|achieved|||4|4|0|0",
            "5|false|D|2026|ready|||4|4|0|0",
            "6|false|U|2026|slipped|||4|4|0|0",
            "7|false|S|2026|slipped|||4|3|0|0.066667",
            "8|true|A|2026|on_track|||4|3|0|0.066667",
            "8|true|H|2026|on_track|||4|3|0|0.066667",
            "10|false|B|2026|late|||4|3|0|0.186667",
            "11|false|F|2026|cannot_tell|||4|3|0|0.066667",
            "12|false|E|2026|cannot_tell|ready||4|2|2|",
            "13|false|Z|2026|cannot_tell|||0|0|0|",
            "|false|N|||||4|3|0|0.066667",
        ],
        judged.Query("""
            select rank, tied, county_code, target_year, outlook, outlook_known, overdue_years::double, conditions, met, unknown, shortfall::double
            from ranking where year = 2024 order by line
            """).Rows.Select(Join));

    // In 2023 A had moved from 300 to 180 in a year: 120 a year where 180 / 3 = 60 are needed. In 2022 there was one count.
    [Theory]
    [InlineData(2022, "cannot_tell|fewer_than_two_years")]
    [InlineData(2023, "on_track|")]
    public void Ledger_OfAnEarlierYear_KnowsNoLaterOne(int year, string expected) => Assert.Equal(
        expected,
        Line(FormattableString.Invariant($"select outlook, reason from plan_condition where year = {year} and county_code = 'A' and condition = 'ground.primary'")));

    // Recognised in 2023, as known at the end of that year and not before.
    [Fact]
    public void Recognition_CountsFromItsDay() => Assert.Equal(
        ["2022|R|ready", "2022|S|ready", "2023|R|achieved", "2023|S|achieved"],
        judged.Query("select year, county_code, outlook from plan_ledger where year < 2024 and county_code in ('R', 'S') order by all").Rows.Select(Join));

    // U passed a re-check and failed the next; V failed one and passed the next. What the data say does not help who failed.
    [Theory]
    [InlineData("U", "2022 achieved, 2023 achieved, 2024 slipped")]
    [InlineData("V", "2022 achieved, 2023 slipped, 2024 achieved")]
    public void Recheck_ThatIsFailed_UndoesTheRecognition(string county, string expected)
    {
        Assert.Equal(expected, string.Join(", ", judged.Query($"select concat(year, ' ', outlook) from plan_ledger where county_code = '{county}' order by year").Rows.Select(row => row[0])));
        Assert.StartsWith("2024-10-31复查未通过", Line("select reasons from plan_ledger where year = 2024 and county_code = 'U'"), StringComparison.Ordinal);
    }

    // Of fourteen counties seven are needed by the end of 2026; R, V and D are there, A and H will be, and E, F and Z could be.
    [Fact]
    public void Milestone_ThatTheUntoldDecide_CannotBeTold() => Assert.Equal(
        "14|7|13|0.928571|2|1|2|3|cannot_tell",
        Line("select denominator, needed, planned, planned_share::double, recognised, ready, on_track, cannot_tell, outlook from milestone_outlook where year = 2024"));

    [Fact]
    public void Reasons_SayWhatIsLackingAndHowFastItGoes() => Assert.Equal(
        "小学ground 运动场馆缺280平方米（每年须减140，近年每年减10）|ground Sports ground primary lacks 280 m² (needs 140 less a year, 10 less a year of late)",
        Line("select reasons, reasons_en from plan_ledger where year = 2024 and county_code = 'B'"));

    string Line(string sql) => Join(Assert.Single(judged.Query(sql).Rows));

    internal static string Join(IReadOnlyList<object?> row) =>
        string.Join('|', row.Select(value => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)));

    public sealed class Worked : IDisposable
    {
        static readonly (string County, int? Target, int[] Ground)[] Counties =
        [
            ("A", 2026, [1200, 1320, 1400]),
            ("B", 2026, [1200, 1210, 1220]),
            ("C", 2023, [1200, 1320, 1400]),
            ("D", 2026, [1500, 1500, 1500]),
            ("E", 2026, [1500, 1500, 1500]),
            ("F", 2026, [0, 1320, 1400]),
            ("H", 2026, [1200, 1320, 1400]),
            ("N", null, [1200, 1320, 1400]),
            ("R", 2026, [1500, 1500, 1500]),
            ("S", 2026, [1500, 1500, 1400]),
            ("T", 2024, [1200, 1320, 1400]),
            ("U", 2026, [1500, 1500, 1500]),
            ("V", 2026, [1500, 1500, 1500]),
            ("Z", 2026, []),
        ];

        internal Judged Judged { get; } = new Filing(Counties.SelectMany(Schools))
        {
            RulePack = "packs/plain.yaml",
            Plan = PlanText.Of(Counties.Select(county => (county.County, county.Target))),
            Procedure = ["2023,R,national_recognition,2023-06-30,passed", "2023,S,national_recognition,,passed", "2024,A,national_recognition,2024-06-30,failed",
                "2022,U,national_recognition,2022-06-30,passed", "2023,U,recheck,2023-10-31,passed", "2024,U,recheck,2024-10-31,failed",
                "2022,V,national_recognition,2022-06-30,passed", "2023,V,recheck,2023-10-31,failed", "2024,V,recheck,2024-10-31,passed"],
            Unchecked = true,
        }.JudgeAll();

        public void Dispose() => Judged.Dispose();

        static IEnumerable<FiledSchool> Schools((string County, int? Target, int[] Ground) county) => county.Ground
            .Select((ground, index) => (ground, year: 2022 + index))
            .Where(filed => filed.ground > 0)
            .Select(filed => new FiledSchool(county.County, county.County + "1", "primary_school", filed.year)
                .Stage("primary", 200)
                .Has(("sports_ground_area", filed.ground), ("equipment_value", county.County == "E" && filed.year == 2024 ? Amount.Blank : 400_000)));
    }
}
