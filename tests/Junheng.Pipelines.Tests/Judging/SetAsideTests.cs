namespace Junheng.Pipelines.Tests.Judging;

/// <summary>A row that was set aside may hide a school or a stage: with errors accepted, it makes unknown what it could have changed.</summary>
public sealed class SetAsideTests
{
    [Fact]
    public void Coefficient_RegisterRowSetAside_IsUnknownInItsCounty()
    {
        using var judged = With(("schools", "2024,C3,,C,primary_school"));

        var row = judged.Coefficient("C", "primary", "02");

        Assert.Equal(("unknown", "met"), (row.Verdict, judged.Coefficient("D", "primary", "02").Verdict));
        Assert.Contains("register_incomplete", row.Flags);
    }

    [Fact]
    public void Coefficient_RegisterRowOfNoKnownCountySetAside_IsUnknownInEveryCounty()
    {
        using var judged = With(("schools", "2024,C3,学校,,primary_school"));

        Assert.Equal("unknown", judged.Coefficient("C", "primary", "02").Verdict);
        Assert.Equal("unknown", judged.Coefficient("D", "primary", "02").Verdict);
    }

    [Fact]
    public void Coefficient_StageThatNoSchoolIsLeftOf_IsUnknownWhileARegisterRowIsSetAside()
    {
        using var judged = With(("schools", "2024,C3,,C,junior_school"));

        Assert.Equal("unknown", judged.Coefficient("C", "junior", "02").Verdict);
    }

    // Nobody knows in which county the school stands: one of the two would lose it.
    [Fact]
    public void Coefficient_SchoolRegisteredTwice_IsUnknownInBothCounties()
    {
        using var judged = With(("schools", "2024,C1,学校C1,D,primary_school"));

        Assert.Equal("unknown", judged.Coefficient("C", "primary", "02").Verdict);
        Assert.Equal("unknown", judged.Coefficient("D", "primary", "02").Verdict);
    }

    // The kindergarten's row is lost: without it the primary school would have the whole building.
    [Fact]
    public void SchoolIndicator_StageRowSetAside_IsUnknownWherePremisesAreShared()
    {
        using var judged = With(("stages", "2024,C1,幼儿园,1,30"));

        Assert.Equal(("unknown", "other_stage_not_filed"), (judged.School("C1", "primary", "06").Verdict, judged.School("C1", "primary", "06").Reason));
        Assert.Equal("met", judged.School("C1", "primary", "02").Verdict);
        Assert.Equal("met", judged.School("D1", "primary", "06").Verdict);
    }

    [Fact]
    public void SchoolIndicator_StageFiledTwice_IsUnknown()
    {
        using var judged = With(("stages", "2024,C1,primary,1,100"));

        Assert.Equal("unknown", judged.School("C1", "primary", "02").Verdict);
        Assert.Equal("unknown", judged.Coefficient("C", "primary", "02").Verdict);
    }

    static Judged With((string Table, string Line) row) =>
        new Filing(School("C", "C1"), School("C", "C2"), School("D", "D1"), School("D", "D2")) { AcceptPartial = true, Also = [row] }.Judge();

    // The columns of stages.csv are then year, school_code, stage, pupils, teachers_backbone.
    static FiledSchool School(string county, string code) =>
        new FiledSchool(county, code, "primary_school").Stage("primary", 100, ("teachers_backbone", 1)).Has(("equipment_value", 200_000));
}
