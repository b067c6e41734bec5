using System.Globalization;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>
/// Committed measures in the projection, by hand. K1 has 900 m² in 2020 and 100 m² more every year (1300 in 2024), K2 has 2000 and no plan; each has 100 pupils. N is a nine-year
/// school of 200 and 100 pupils, who weigh 200 and 110 of 310.
/// </summary>
public sealed class CommittedProjectionTests(CommittedProjectionTests.Planned planned) : IClassFixture<CommittedProjectionTests.Planned>
{
    static readonly string[] Measures =
    [
        // Filed again with more: the later line stands, and the year before knew 200.
        "2023,K1,primary,05,操场,build,200,2025-08-31,no,,yes",
        "2024,K1,primary,05,操场,build,300,2025-08-31,no,,yes",
        // The latest line stands: one was withdrawn, the other delivered before the count of 2024.
        "2023,K1,primary,05,撤回,build,5,2025-08-31,no,,yes",
        "2024,K1,primary,05,撤回,build,5,2025-08-31,no,,no",
        "2023,K1,primary,05,早交付,build,30,2025-08-31,no,,yes",
        "2024,K1,primary,05,早交付,build,30,2025-08-31,yes,2024-07-15,",
        "2024,K1,primary,05,球场,buy,500,2026-09-01,no,,yes",
        "2024,K1,primary,05,一天太迟,build,700,2026-09-02,no,,yes",
        "2024,K1,primary,05,未落实,build,1000,2025-08-31,no,,no",
        "2024,K1,primary,05,没有说,build,2000,2025-08-31,no,,",
        "2024,K1,primary,05,已交付已计入,build,4000,2025-03-01,yes,2024-08-30,yes",
        "2024,K1,primary,05,统计后交付,build,40,2024-06-30,yes,2024-10-15,yes",
        "2024,K1,primary,05,逾期,build,8000,2024-06-30,no,,yes",
        "2024,K1,primary,05,调配,transfer,16000,2025-08-31,no,,yes",
        // Of both stages and of the whole school: one measure each.
        "2024,N,primary,05,共用操场,build,310,2025-08-31,no,,yes",
        "2024,N,junior,05,共用操场,build,310,2025-08-31,no,,yes",
        "2024,N,,05,全校球场,build,620,2026-08-31,no,,yes",
    ];

    // 1300 + 300 + 40 by the first count, + 500 by the second: those due on the day of the count are in it.
    [Theory]
    [InlineData("K1", "primary", 2025, "1640|committed")]
    [InlineData("K1", "primary", 2026, "2140|committed")]
    [InlineData("K2", "primary", 2025, "2000|method")]
    [InlineData("N", "primary", 2025, "2200|committed")]
    [InlineData("N", "junior", 2025, "1210|committed")]
    [InlineData("N", "primary", 2026, "2600|committed")]
    [InlineData("N", "junior", 2026, "1430|committed")]
    public void School_HasWhatItHasAndWhatIsCommitted_ByEveryMethod(string school, string stage, int year, string expected) => Assert.Equal(
        [expected],
        planned.Judged.Query(FormattableString.Invariant(
            $"select distinct concat(amount::integer, '|', resource_basis) from projected_school where origin = 2024 and school_code = '{school}' and stage = '{stage}' and indicator = '05' and year = {year}"))
            .Rows.Select(row => (string)row[0]!));

    // In 2023 the plan of 2024 was not known: 1200 and the 200, 5 and 30 of then.
    [Fact]
    public void EarlierOrigin_KnowsNoLaterPlan() => Assert.Equal(
        [["1435|committed"]],
        planned.Judged.Query("select distinct concat(amount::integer, '|', resource_basis) from projected_school where origin = 2023 and school_code = 'K1' and indicator = '05' and year = 2025").Rows);

    // 16.4 and 20 m² a pupil: mean 18.2, coefficient 1.8 / 18.2.
    [Fact]
    public void Coefficient_SaysThatItRestsOnPlans()
    {
        var row = Assert.Single(planned.Judged.Query("select value, cv, resource_basis, schools_committed, basis from projection where county_code = 'K' and stage = 'primary' and indicator = '05' and year = 2025").Rows);

        Assert.Equal("18.200000|0.098901|mixed|1|stage", string.Create(CultureInfo.InvariantCulture, $"{row[0]:0.000000}|{row[1]:0.000000}|{row[2]}|{row[3]}|{row[4]}"));
    }

    // Only for the indicator and the schools that have a plan.
    [Fact]
    public void EverythingElse_FollowsItsMethod() => Assert.Equal(
        [["K1", "05"], ["N", "05"]],
        planned.Judged.Query("select distinct school_code, indicator from projected_school where resource_basis = 'committed' order by all").Rows);

    public sealed class Planned : IDisposable
    {
        internal Judged Judged { get; } = new Filing(Schools()) { Unchecked = true, Measures = Measures }.Judge("projection");

        public void Dispose() => Judged.Dispose();

        static IEnumerable<FiledSchool> Schools()
        {
            for (var year = 2020; year <= 2024; year++)
            {
                yield return Primary("K1", year, 900 + (100 * (year - 2020)));
                yield return Primary("K2", year, 2000);
                yield return new FiledSchool("N0", "N", "nine_year_school", year).Stage("primary", 200).Stage("junior", 100).Has(Ground(3100));
            }
        }

        static FiledSchool Primary(string code, int year, int ground) => new FiledSchool("K", code, "primary_school", year).Stage("primary", 100).Has(Ground(ground));

        static (string, Amount)[] Ground(int area) => [("sports_ground_area", area), ("gym_area", 0), ("equipment_value", 100_000)];
    }
}
