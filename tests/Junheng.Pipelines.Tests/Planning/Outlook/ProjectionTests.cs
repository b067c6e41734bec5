using System.Globalization;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>Projections worked out by hand from five counts, 2020 to 2024.</summary>
public sealed class ProjectionTests(ProjectionTests.Worked worked) : IClassFixture<ProjectionTests.Worked>
{
    readonly Judged judged = worked.Judged;

    // Of A's two schools one gains 100 m² a year (1400, 1500), the other stays at 2000: 3400 / 300 and 3500 / 300 m² a pupil. In 2025 the two have 14 and 10 m² and weigh 1/3 and 2/3:
    // √((8/3)²/3 + (4/3)²·2/3) / (34/3) = √8 / 17. B's pupils double: 6400 m² for 1600 and 3200.
    [Theory]
    [InlineData("A", 2025, "11.333333|drift|0.166378|300")]
    [InlineData("A", 2026, "11.666667|drift|0.202031|300")]
    [InlineData("B", 2025, "4.000000|drift|0.000000|1600")]
    [InlineData("B", 2026, "2.000000|drift|0.000000|3200")]
    public void Projection_IsComputedFromProjectedSchools(string county, int year, string expected)
    {
        var row = Assert.Single(judged.Query(FormattableString.Invariant($"select value, method, cv, pupils::double from projection where county_code = '{county}' and indicator = 'ground' and year = {year}")).Rows);

        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{row[0]:0.000000}|{row[1]}|{row[2]:0.000000}|{row[3]:0}"));
    }

    // F: 1000, 1010, 1020, 1030 and then 1400. Of the ten slopes 10 six times, 100, 130, 190, 370: the median is 10, the mean yearly change 100.
    [Theory]
    [InlineData("last_value", 1400)]
    [InlineData("drift", 1500)]
    [InlineData("theil_sen", 1410)]
    public void ProjectedSchool_ByEachMethod(string method, double expected) => Assert.Equal(
        [[expected]],
        judged.Query($"select amount::double from projected_school where origin = 2024 and year = 2025 and school_code = 'F1' and indicator = 'ground' and method = '{method}'").Rows);

    // Equipment for each pupil never changes: nothing beats the last value, which is the simplest.
    [Fact]
    public void Method_ThatIsNotBeaten_IsTheSimplest() => Assert.Equal(
        [["equipment", "last_value"], ["ground", "drift"]],
        judged.Query("select distinct indicator, method from projection_method where origin = 2024 and measure = 'value' order by all").Rows);

    // A's schools keep their 100 and 200, B doubles its 800, C has three years. D's blank is none of pupils. Doubling is what drift meets and the last value misses.
    [Theory]
    [InlineData("A1", 2026, 100d, "drift", "")]
    [InlineData("A2", 2025, 200d, "drift", "")]
    [InlineData("B1", 2025, 1600d, "drift", "")]
    [InlineData("B1", 2026, 3200d, "drift", "")]
    [InlineData("C1", 2025, null, "", "fewer_than_four_years")]
    [InlineData("D2", 2025, 100d, "drift", "")]
    public void Enrolment_OfASchool_IsOneNumber(string school, int year, double? pupils, string method, string flag) => Assert.Equal(
        [[pupils, method, flag]],
        judged.Query(FormattableString.Invariant($"select pupils::double, method, flag from projected_enrolment where school_code = '{school}' and year = {year}")).Rows);

    // Nothing of later years is in it: the method is chosen by the years counted since, and low and high stand about the middle.
    [Fact]
    public void Enrolment_LowMiddleHigh_AreInOrder_WhereThereIsAnInterval() => Assert.Equal(
        [[0L, true]],
        judged.Query("select count(*) filter (where low > pupils or high < pupils), count(low) > 0 from projected_enrolment").Rows);

    // C has three years, of D one school's latest count is blank, of E one of 2022.
    [Theory]
    [InlineData("C", true, "fewer_than_four_years,years_incomplete")]
    [InlineData("D", true, "school_not_known")]
    [InlineData("E", false, "years_incomplete")]
    public void Projection_OfAGap_IsRefusedOrSaysSo(string county, bool refused, string flag)
    {
        var row = Assert.Single(judged.Query($"select value, flag from projection where county_code = '{county}' and indicator = 'ground' and year = 2025").Rows);

        Assert.Equal((refused, flag.Split(',')[0]), (row[0] is null, (string)row[1]!));
    }

    // Five counties in a year are too few for an interval at two years; the errors of earlier origins count only once they are known.
    [Fact]
    public void Method_KnowsNothingOfLaterYears() => Assert.Equal(
        [[0L]],
        judged.Query("select count(*) from projection_method where origin = 2021 and tested > 0").Rows);

    public sealed class Worked : IDisposable
    {
        internal Judged Judged { get; } = new Filing(Schools()) { RulePack = "packs/plain.yaml", Unchecked = true }.Judge("projected_school", "projection", "projection_method", "projected_enrolment");

        public void Dispose() => Judged.Dispose();

        static IEnumerable<FiledSchool> Schools()
        {
            int[] spiked = [1000, 1010, 1020, 1030, 1400];
            for (var year = 2020; year <= 2024; year++)
            {
                var nth = year - 2020;
                yield return School("A", "A1", year, 100, 900 + (100 * nth));
                yield return School("A", "A2", year, 200, 2000);
                yield return School("B", "B1", year, 50 << nth, 6400);
                if (year >= 2022) yield return School("C", "C1", year, 100, 1000);
                yield return School("D", "D1", year, 100, 1000);
                yield return School("D", "D2", year, 100, year == 2024 ? Amount.Blank : 1000);
                yield return School("E", "E1", year, 100, 1000);
                yield return School("E", "E2", year, 100, year == 2022 ? Amount.Blank : 1000);
                yield return School("F", "F1", year, 100, spiked[nth]);
            }
        }

        static FiledSchool School(string county, string code, int year, int pupils, Amount ground) =>
            new FiledSchool(county, code, "primary_school", year).Stage("primary", pupils).Has(("sports_ground_area", ground), ("equipment_value", 2000 * pupils));
    }
}
