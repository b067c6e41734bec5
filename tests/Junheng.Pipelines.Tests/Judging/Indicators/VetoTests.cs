namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>A veto is refused by what was found, and passed only by what somebody can show.</summary>
public sealed class VetoTests(VetoTests.Judged judged) : IClassFixture<VetoTests.Judged>
{
    [Fact]
    public void Veto_ByWhatIsFiled()
    {
        var rows = judged.Counties.Query("select concat_ws(' ', county_code, verdict, nullif(reason, '')) from county_veto where year = 2024 and veto = 'key_classes' order by 1").Rows;

        Assert.Equal(
            [
                "bare unknown claimed_without_evidence", "blank unknown veto_not_filed", "found not_met veto_found", "none met",
                "old unknown claimed_before_the_year", "undated unknown claimed_before_the_year", "unfiled unknown veto_not_filed",
            ],
            rows.Select(row => (string)row[0]!));
    }

    [Theory, InlineData("none", "met", ""), InlineData("found", "not_met", "veto"), InlineData("unfiled", "unknown", "")]
    public void CountyVerdict_HasTheVetoes(string county, string veto, string failing)
    {
        var row = judged.Counties.Query("select veto, failing, overall from county_verdict where year = 2024 and county_code = $county", ("county", county)).Rows[0];

        // No school filed its premises: what is not known cannot be met, and one failure is enough.
        Assert.Equal((veto, failing, veto == "not_met" ? "not_met" : "unknown"), ((string)row[0]!, (string)row[1]!, (string)row[2]!));
    }

    /// <summary>One veto filed in seven ways.</summary>
    public sealed class Judged : IDisposable
    {
        internal FiledCounties Counties { get; } = new(
        [
            new CountyFiling("none"),
            Changed("found", "veto_result", "found"),
            Changed("bare", "evidence", ""),
            Changed("old", "decided_on", "2023-12-31"),
            Changed("undated", "decided_on", ""),
            Changed("blank", "veto_result", ""),
            new CountyFiling("unfiled").Remove("veto", CountyFiling.Judged, "", KeyClasses),
        ]);

        public void Dispose() => Counties.Dispose();

        static CountyFiling Changed(string county, string field, string value) => new CountyFiling(county).Set("veto", CountyFiling.Judged, "", field, value, KeyClasses);

        static bool KeyClasses(Dictionary<string, string> row) => row["veto"] == "key_classes";
    }
}
