using System.Globalization;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>Small cases of which each catches one slip that no other test saw.</summary>
public sealed class SharpTests(SharpTests.Built built) : IClassFixture<SharpTests.Built>
{
    [Theory]
    [InlineData("blankclasses", "unknown classes_not_filed")]
    [InlineData("emptystage", "met")]
    [InlineData("thirteenth", "not_met too_few_rooms")]
    public void Rooms_OfTwoStages_AskForTheClassesOfBoth(string county, string said) => Assert.Equal(said, built.Counties.Verdict(county, "10 a all"));

    // 450 pupils have 1400 m² of the 2025 that 4.5 each are, and 3000 yuan more than 2000 each.
    [Fact]
    public void Shortfall_IsWhatIsMissing_AndNeverNegative()
    {
        Assert.Equal(625, Shortfall("shortP", "primary", "04"));
        Assert.Equal(375, Shortfall("shortP", "primary", "05"));
        Assert.Equal(0, Shortfall("shortP", "primary", "06"));
    }

    // Of a whole school: what must be added to it so that this stage's part reaches the standard.
    [Theory, InlineData("primary", 1.0), InlineData("junior", 1.1)]
    public void Shortfall_OfADividedSchool_IsTheWholeSchools(string stage, double weight)
    {
        var row = built.Counties.Query(
            "select cast(threshold as double), cast(whole_quantity as double), cast(weighted_pupils as double), shortfall from school_indicator where year = 2024 and school_code = 'sharedP' and stage = $stage and indicator = '04'",
            ("stage", stage)).Rows[0].Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToList();
        var (threshold, whole, weighted, shortfall) = (row[0], row[1], row[2], row[3]);

        Assert.Equal(600 + (1.1 * 400), weighted, 9);
        Assert.True(shortfall > 0);
        Assert.Equal(threshold, weight * (whole + shortfall) / weighted, 8);
    }

    [Fact]
    public void Stage_FiledAsEmpty_IsNoStage_AndLeavesTheWholeToTheOther()
    {
        Assert.Empty(built.Counties.Query("select 1 from school_indicator where school_code = 'emptystageP' and stage = 'junior' and year = 2024").Rows);
        Assert.Equal(1400.0 / 450, (double)built.Counties.Query(
            "select value from school_indicator where school_code = 'emptystageP' and stage = 'primary' and indicator = '04' and year = 2024").Rows[0][0]!, 12);
    }

    [Fact]
    public void Unit_WithoutMoneyOrBudget_IsUnknownSchoolBySchool() => Assert.Equal(
        ["moneyJ unknown budget_not_filed", "moneyP unknown zero_denominator", "moneyT met", "moneyV met"],
        built.Counties.Query("select concat_ws(' ', school_code, verdict, nullif(reason, '')) from unit_ratio where year = 2024 and county_code = 'money' and indicator = '26' order by 1").Rows.Select(row => (string)row[0]!));

    double Shortfall(string school, string stage, string indicator) => Convert.ToDouble(built.Counties.Query(
        "select shortfall from school_indicator where year = 2024 and school_code = $school and stage = $stage and indicator = $indicator",
        ("school", school), ("stage", stage), ("indicator", indicator)).Rows[0][0], CultureInfo.InvariantCulture);

    /// <summary>All cases, judged once.</summary>
    public sealed class Built : IDisposable
    {
        internal FiledCounties Counties { get; } = FiledCounties.Unchecked(Cases());

        public void Dispose() => Counties.Dispose();

        static List<CountyFiling> Cases()
        {
            var shared = NineYear("shared", "400", "8");
            shared.Stage("P", "pupils", "600").Set("stage", CountyFiling.Judged, "P", "pupils", "400", row => row["stage"] == "junior");
            shared.Add("facility", CountyFiling.Judged, "P", ("teaching_area", "4000"), ("gym_area", "0"));
            var empty = NineYear("emptystage", "0", "");
            empty.Add("facility", CountyFiling.Judged, "P", ("teaching_area", "1500"), ("gym_area", "100"));
            var thin = new CountyFiling("short");
            thin.Add("facility", CountyFiling.Judged, "P", ("teaching_area", "1500"), ("gym_area", "100"), ("sports_ground_area", "2900"), ("equipment_value", "903000"));
            var money = new CountyFiling("money").Set("school_finance", CountyFiling.Judged, "P", "public_budget", "0").Set("school_finance", CountyFiling.Judged, "P", "training_budget", "0")
                .Remove("school_finance", CountyFiling.Judged, "J");
            // 12 and 1 classes ask for two rooms of each kind.
            return [NineYear("blankclasses", "200", ""), empty, NineYear("thirteenth", "40", "1"), thin, shared, money];
        }

        static CountyFiling NineYear(string code, string junior, string classes)
        {
            var county = new CountyFiling(code).Set("school", CountyFiling.Judged, "P", "school_type", "nine_year_school");
            county.Add("stage", CountyFiling.Judged, "P", ("stage", "junior"), ("pupils", junior), ("classes", classes));
            return county;
        }
    }
}
