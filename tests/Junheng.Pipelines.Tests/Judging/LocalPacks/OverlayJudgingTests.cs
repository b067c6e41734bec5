using System.Globalization;
using Junheng.Pipelines.Tests.Judging.Indicators;

namespace Junheng.Pipelines.Tests.Judging.LocalPacks;

/// <summary>Counties with all that overlays ask for, filed at its best: what has no number is still unknown, and what has one is judged on both sides of it.</summary>
public sealed class OverlayJudgingTests
{
    [Fact]
    public void Thresholds_ThatNoDocumentGives_AreNeverMet()
    {
        foreach (var (name, rows) in new[]
        {
            ("linxi-2022", new[] { "12 - primary", "12 - junior" }),
            ("suifenhe-2021", ["23 - junior", "primary_retention - primary", "fitness - primary", "fitness - junior", "teachers_per_pupil - primary", "teachers_per_pupil - junior"]),
            ("qujing-2022", ["large_school - all"]),
        })
        {
            using var counties = new FiledCounties([Complete("A")], name);

            Assert.All(rows, row => Assert.Equal("unknown threshold_unknown", counties.Verdict("A", row)));
            Assert.Equal([(long)rows.Length], Assert.Single(counties.Query("select count(*) from county_indicator where year = 2024 and part = '' and verdict <> 'met'").Rows));
            Assert.Equal(["unknown"], Assert.Single(counties.Query("select distinct verdict from county_indicator where year = 2024 and reason_code = 'threshold_unknown'").Rows));
            Assert.NotEqual("met", Assert.Single(counties.Query("select overall from county_verdict where year = 2024").Rows)[0]);
        }
    }

    [Fact]
    public void Linxi_NumbersOfItsOwn_AreJudgedOnBothSides()
    {
        using var counties = new FiledCounties(
            [
                Complete("A"), NineYearOf("B", 2000), NineYearOf("C", 2001),
                Complete("D").Stage("P", "pupils_fitness_passed", "398").Stage("J", "pupils_fitness_passed", "300").Stage("T", "pupils_fitness_passed", "240"),
                Complete("E").Stage("P", "pupils_fitness_passed", ""),
            ], "linxi-2022");

        Assert.Equal("met", counties.Verdict("A", "fitness - all"));
        Assert.Equal("met", counties.Verdict("B", "11 - all"));
        Assert.Equal("not_met over_the_cap", counties.Verdict("C", "11 - all"));
        Assert.Equal("not_met below_the_standard", counties.Verdict("D", "fitness - all"));
        Assert.Equal("unknown input_not_filed", counties.Verdict("E", "fitness - all"));
    }

    [Fact]
    public void Suifenhe_ThreeKindsOfDisability_AreAnItemOfTheirOwn()
    {
        using var counties = new FiledCounties(
            [
                Complete("A").Fact("three_disabilities_enrolled", "19"), Complete("B").Fact("three_disabilities_enrolled", "18"),
                Complete("C").Fact("three_disabilities_children", "0").Fact("three_disabilities_enrolled", "0"),
            ], "suifenhe-2021");

        Assert.Equal("met", counties.Verdict("A", "three_disabilities - all"));
        Assert.Equal("not_met below_the_standard", counties.Verdict("B", "three_disabilities - all"));
        Assert.Equal("not_applicable filed_as_zero", counties.Verdict("C", "three_disabilities - all"));
        Assert.Equal("met", counties.Verdict("B", "24 - all"));
    }

    [Fact]
    public void Qujing_TenthForTraining_IsNotIndicator26()
    {
        using var counties = new FiledCounties(
            [Complete("A"), Complete("B").Fact("training_funds_schools", "4999"), Complete("C").Fact("training_funds_city", "1999").Fact("training_funds_schools", "5001")],
            "qujing-2022", ("large_school_over", "2000"));

        Assert.Equal("met", counties.Verdict("A", "training_tenth - all"));
        Assert.Equal("not_met below_the_standard", counties.Verdict("B", "training_tenth all all"));
        Assert.Equal("met", counties.Verdict("C", "training_tenth all all"));
        Assert.Equal("not_met below_the_standard", counties.Verdict("C", "training_tenth city all"));
        Assert.Equal("met", counties.Verdict("B", "26 - all"));
        Assert.Equal("met", counties.Verdict("A", "large_school - all"));
        Assert.Equal("met", counties.Verdict("A", "large_class - primary"));
    }

    [Fact]
    public void Overlay_BeforeItsDocument_JudgesNothing()
    {
        var county = Complete("A");
        county.Add("school", 2021, "P", ("school_name", "school P"), ("school_type", "primary_school"));
        county.Add("veto", 2021, "", ("veto", "key_schools"), ("veto_result", "none"), ("decided_on", "2021-10-01"), ("evidence", "paper"));

        using var counties = new FiledCounties([county], "linxi-2022");

        Assert.Equal([2023, 2024], counties.Query("select year from county_verdict order by year").Rows.Select(row => (int)row[0]!));
    }

    static CountyFiling NineYearOf(string code, int pupils)
    {
        var county = Complete(code).Set("school", CountyFiling.Judged, "P", "school_type", "nine_year_school");
        county.Add("stage", CountyFiling.Judged, "P", ("stage", "junior"), ("pupils", "0"));
        return county.Set("stage", CountyFiling.Judged, "P", "pupils", pupils.ToString(CultureInfo.InvariantCulture), row => row["stage"] == "primary");
    }

    static CountyFiling Complete(string code)
    {
        var county = new CountyFiling(code);
        foreach (var (school, pupils) in new[] { ("P", 450), ("J", 300), ("T", 240), ("V", 40) })
        {
            var all = pupils.ToString(CultureInfo.InvariantCulture);
            county.Stage(school, "pupils_fitness_tested", all).Stage(school, "pupils_fitness_passed", all);
        }

        foreach (var (field, value) in new[]
        {
            ("three_disabilities_children", "20"), ("three_disabilities_enrolled", "20"), ("primary_graduates", "150"), ("primary_cohort_entrants", "150"),
            ("primary_cohort_transfers_in", "0"), ("primary_cohort_transfers_out", "0"), ("primary_cohort_deaths", "0"), ("public_funds_compulsory", "100000"),
            ("training_funds_city", "2000"), ("training_funds_county", "3000"), ("training_funds_schools", "5000"),
        })
            county.Fact(field, value);
        return county;
    }
}
