using System.Globalization;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>A county of two schools whose enrolment and ground both change, taken apart by hand.</summary>
public sealed class TrendTests(TrendTests.Worked worked) : IClassFixture<TrendTests.Worked>
{
    readonly Judged judged = worked.Judged;

    // 3000 / 400 = 7.5 becomes 3500 / 500 = 7. Resources: 500 × (1/400 + 1/500) / 2 = 1.125; enrolment: (3000 + 3500) / 2 × (1/500 − 1/400) = −1.625.
    [Fact]
    public void Change_OfTheMean_IsWhatResourcesAndEnrolmentDid() => Assert.Equal(
        "7 -0.5 1.125 -1.625",
        Line("select value, change, resources, enrolment from trend where county_code = 'A' and indicator = 'ground' and year = 2024", "0.############"));

    // Before, 6 and 8 m² weigh 1/4 and 3/4: cv² = 0.2²/4 + (1/15)²·3/4 = 1/75. Now 4.5 and 8 2/3 weigh 0.4 and 0.6: 0.4·(5/14)² + 0.6·(5/21)² = 25/294.
    // New ground with the old pupils, 9 and 8 2/3: (1/35)²/4 + (1/105)²·3/4 = 1/3675; old ground with the new pupils, 3 and 8: 0.4/4 + 0.6/9 = 1/6.
    // Resources: ((√(1/3675) − √(1/75)) + (√(25/294) − √(1/6))) / 2; enrolment the other way round.
    [Fact]
    public void Change_OfTheCoefficient_IsWhatResourcesAndEnrolmentDid()
    {
        double before = Math.Sqrt(1 / 75d), now = Math.Sqrt(25 / 294d), resourcesOnly = Math.Sqrt(1 / 3675d), enrolmentOnly = Math.Sqrt(1 / 6d);
        string[] expected = [Text(now), Text(now - before), Text((resourcesOnly - before + now - enrolmentOnly) / 2), Text((enrolmentOnly - before + now - resourcesOnly) / 2), Text(0)];

        Assert.Equal(string.Join(' ', expected), Line("select cv, cv_change, cv_resources, cv_enrolment, abs(cv_schools) from trend where county_code = 'A' and indicator = 'ground' and year = 2024", "0.000000000"));

        static string Text(double number) => number.ToString("0.000000000", CultureInfo.InvariantCulture);
    }

    // B's second school opens in 2024, C's goes to D, E leaves a blank, and F's only school gets a new code, which its lineage says.
    [Theory]
    [InlineData("A", 2023, "no_year_before")]
    [InlineData("A", 2024, "")]
    [InlineData("B", 2024, "schools_opened_or_closed")]
    [InlineData("C", 2024, "boundary")]
    [InlineData("D", 2024, "boundary")]
    [InlineData("F", 2024, "")]
    [InlineData("E", 2024, "not_known,missing_school")]
    public void Flag_SaysWhatMakesAYearNoTrend(string county, int year, string flag) =>
        Assert.Equal([[flag]], judged.Query(FormattableString.Invariant($"select flag from trend where county_code = '{county}' and indicator = 'ground' and year = {year}")).Rows);

    [Fact]
    public void Parts_OfEveryChange_AddUp() => Assert.Equal(
        [[0L]],
        judged.Query("select count(*) from trend where abs(change - resources - enrolment) > 1e-12 or abs(cv_change - cv_resources - cv_enrolment - cv_schools) > 1e-12").Rows);

    string Line(string sql, string format) => string.Join(' ', Assert.Single(judged.Query(sql).Rows).Select(value => ((double)value!).ToString(format, CultureInfo.InvariantCulture)));

    public sealed class Worked : IDisposable
    {
        static readonly FiledSchool[] Schools =
        [
            School("A", "A1", 2023, 100, 600), School("A", "A2", 2023, 300, 2400), School("A", "A1", 2024, 200, 900), School("A", "A2", 2024, 300, 2600),
            School("B", "B1", 2023, 100, 600), School("B", "B1", 2024, 100, 700), School("B", "B2", 2024, 100, 800),
            School("C", "C1", 2023, 100, 600), School("C", "C2", 2023, 100, 700), School("C", "C1", 2024, 100, 600), School("D", "C2", 2024, 100, 700), School("D", "D1", 2023, 100, 700), School("D", "D1", 2024, 100, 700),
            School("E", "E1", 2023, 100, 600), School("E", "E1", 2024, 100, Amount.Blank),
            School("F", "F1", 2023, 100, 600), School("F", "F9", 2024, 100, 600),
        ];

        internal Judged Judged { get; } = new Filing(Schools) { RulePack = "packs/plain.yaml", Lineage = ["2024,F9,recoded,F1"], Unchecked = true }.Judge("trend");

        public void Dispose() => Judged.Dispose();

        static FiledSchool School(string county, string code, int year, int pupils, Amount ground) =>
            new FiledSchool(county, code, "primary_school", year).Stage("primary", pupils).Has(("sports_ground_area", ground), ("equipment_value", 2000 * pupils));
    }
}
