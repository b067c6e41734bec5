namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>The reasons that no sound filing by the national pack can have: faults, rows set aside, a document without a number, a county without junior schools.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void Reasons_ThatNoSoundFilingHas_OccurWhereTheyBelong()
    {
        var faulty = new CountyFiling("faulty").Fact("senior_places_allocated", "250");
        var aside = new CountyFiling("aside");
        aside.Add("school", CountyFiling.Judged, "X", ("school_type", "primary_school"));

        using var counties = FiledCounties.Partial([new CountyFiling("juniorless").Close("J"), faulty, aside], "linxi-2022");

        Assert.Equal("unknown input_faulty", counties.Verdict("faulty", "21 a junior"));
        Assert.Equal("unknown register_incomplete", counties.Verdict("aside", "16 - all"));
        Assert.Equal("not_applicable no_such_stage", counties.Verdict("juniorless", "23 - junior"));
        Assert.Equal("not_applicable parts_not_applicable", counties.Verdict("juniorless", "21 - junior"));
        Assert.Equal("unknown threshold_unknown", counties.Verdict("faulty", "12 - primary"));
    }
}
