namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>What is wrong with a filing is found, and never helps: the rest is judged, what it touches is unknown.</summary>
public sealed class FaultyFilingTests(FaultyFilingTests.Partial partial) : IClassFixture<FaultyFilingTests.Partial>
{
    [Fact]
    public void Rate_FiledAsPercent_IsAFindingAndUnknown()
    {
        var finding = Assert.Single(partial.Counties.Findings, finding => finding.Code == "CELL-OUT-OF-RANGE");

        Assert.Equal(("monitoring.csv", "12.35"), (finding.Place.File, finding.Value));
        Assert.Equal("unknown input_not_filed", partial.Counties.Verdict("percent", "31 between-mathematics primary"));
    }

    [Fact]
    public void Judgement_FiledTwice_IsForgotten() =>
        Assert.Equal("unknown judgement_not_filed", partial.Counties.Verdict("twice", "08 - all"));

    [Fact]
    public void Date_ThatIsNone_LeavesAClaim()
    {
        Assert.Single(partial.Counties.Findings, finding => finding.Code == "CELL-NOT-DATE");
        Assert.Equal("unknown claimed_before_the_year", partial.Counties.Verdict("undated", "17 - all"));
    }

    [Fact]
    public void Date_WrittenAnotherWay_IsRead() =>
        Assert.Equal("2024-05-06", partial.Counties.Query("select cast(decided_on as varchar) from filed_judgement where unit_code = 'twice' and indicator = '17'").Rows[0][0]);

    [Fact]
    public void Unit_NobodyKnows_IsAnOrphan() =>
        Assert.Single(partial.Counties.Findings, finding => finding is { Code: "ROW-ORPHAN", Value: "nowhere" });

    [Fact]
    public void Judgement_OfNoItemOrAnotherLevel_IsSaid() => Assert.Equal(
        ["07", "25", "08", "no_such_veto"],
        partial.Counties.Findings.Where(finding => finding.Code == "CHECK-JUDGEMENT-KNOWN").Select(finding => finding.Value));

    [Theory]
    [InlineData("25 - all")]
    [InlineData("11 - all")]
    [InlineData("20 - primary")]
    [InlineData("23 - junior")]
    public void RegisterRow_SetAside_MayHideASchool(string row) =>
        Assert.Equal("unknown register_incomplete", partial.Counties.Verdict("hidden", row));

    [Fact]
    public void RegisterRow_SetAside_DoesNotExcuseAFailure() =>
        Assert.Equal("not_met judged_not_met", partial.Counties.Verdict("hidden", "30 - all"));

    [Fact]
    public void Quantities_KnowTheirCells()
    {
        var room = partial.Counties.Query("select room_area, room_area_cell, row from filed_room where school_code = 'twiceP' and room_kind = 'music'").Rows[0];
        var fact = partial.Counties.Query("select amount, columns, file from filed_county_quantity where county_code = 'twice' and year = 2024 and field = 'special_pupils'").Rows[0];

        Assert.Equal((100m, $"E{room[2]}"), ((decimal)room[0]!, (string)room[1]!));
        Assert.Equal((100m, "D", "county_fact.csv"), ((decimal)fact[0]!, (string)fact[1]!, (string)fact[2]!));
    }

    /// <summary>One source set with one fault a county.</summary>
    public sealed class Partial : IDisposable
    {
        internal FiledCounties Counties { get; } = new(Filings(), acceptPartial: true);

        public void Dispose() => Counties.Dispose();

        static List<CountyFiling> Filings()
        {
            var percent = new CountyFiling("percent").Set("monitoring", CountyFiling.Judged, "", "between_rate", "12.35", row => row["stage"] == "primary");
            var twice = new CountyFiling("twice").Judge("", "08", "self", "yes").Rejudge("", "17", "yes", "2024年5月6日");
            var undated = new CountyFiling("undated").Rejudge("", "17", "yes", "last May");
            var hidden = new CountyFiling("hidden").Rejudge("P", "30", "no");
            hidden.Add("school", CountyFiling.Judged, "X", ("school_type", "primary_school"));
            var orphan = new CountyFiling("orphan");
            orphan.Add("judgement", CountyFiling.Judged, "", ("indicator", "08"), ("assessor", "city"), ("result", "yes"));
            orphan.Set("judgement", CountyFiling.Judged, "", "unit_code", "nowhere", row => row["assessor"] == "city");
            var misplaced = new CountyFiling("misplaced").Judge("", "07", "city", "no").Judge("", "25", "city", "no").Judge("P", "08", "city", "no");
            misplaced.Add("veto", CountyFiling.Judged, "", ("veto", "no_such_veto"), ("veto_result", "found"));
            return [misplaced, percent, twice, undated, hidden, orphan];
        }
    }
}
