namespace Junheng.Pipelines.Tests.Judging;

/// <summary>0 >= 0 would be a pass: what is divided by must be known and above zero before anything is compared.</summary>
public sealed class DenominatorTests(DenominatorTests.Counties counties) : IClassFixture<DenominatorTests.Counties>
{
    readonly Judged judged = counties.Judged;

    [Fact]
    public void SchoolIndicator_PupilsFiledAsZero_HasNoSuchStage()
    {
        Assert.Empty(judged.Schools("school_code = 'zero-pupils'"));
        Assert.Equal("not_applicable", judged.Coefficient("zero", "primary", "02").Verdict);
        Assert.DoesNotContain(("zero-pupils", "primary"), judged.SchoolVerdicts());
    }

    [Fact]
    public void SchoolIndicator_PupilsNotFiled_IsUnknown()
    {
        var row = judged.School("blank-pupils", "primary", "02");

        Assert.Equal((null, "unknown", "pupils_not_filed"), (row.Band, row.Verdict, row.Reason));
        Assert.Equal("unknown", judged.Coefficient("blank", "primary", "02").Verdict);
        Assert.Equal("unknown", judged.SchoolVerdicts()[("blank-pupils", "primary")]);
    }

    [Fact]
    public void SchoolIndicator_StageThatSharesNotFiled_IsUnknownFromFourToSeven()
    {
        var rows = judged.Schools("school_code = 'half-filed' and stage = 'primary'");

        Assert.Equal(
            ["01 met", "02 met", "03 met", "04 unknown", "05 unknown", "06 unknown", "07 unknown"],
            rows.Select(row => $"{row.Indicator} {row.Verdict}"));
    }

    [Fact]
    public void SchoolIndicator_OtherStageFiledAsZero_HasThePremisesAlone()
    {
        var row = judged.School("only-primary", "primary", "06");

        Assert.Equal((2000.0, "met"), (row.Value, row.Verdict));
        Assert.Empty(judged.Schools("school_code = 'only-primary' and stage = 'junior'"));
    }

    [Fact]
    public void Coefficient_NothingOfTheResource_HasMeanZeroAndIsUnknown()
    {
        var row = judged.Coefficient("nothing", "primary", "02");

        Assert.Equal((2, 0.0, null, "unknown"), (row.Schools, row.Mean, row.Cv, row.Verdict));
        Assert.Contains("zero_total", row.Flags);
    }

    [Fact]
    public void Coefficient_OneSchool_IsZeroAndSaysSo()
    {
        var row = judged.Coefficient("single", "primary", "02");

        Assert.Equal((1, 0.0, "met"), (row.Schools, row.Cv, row.Verdict));
        Assert.Contains("single_school", row.Flags);
    }

    [Fact]
    public void Coefficient_OneSchoolWithNothing_IsUnknown() => Assert.Equal("unknown", judged.Coefficient("single-nothing", "primary", "02").Verdict);

    [Fact]
    public void Coefficient_NoSchoolOfTheStage_IsNotApplicable() => Assert.Equal("not_applicable", judged.Coefficient("single", "junior", "02").Verdict);

    [Fact]
    public void Coefficient_AllSchoolsBlank_IsUnknown()
    {
        var row = judged.Coefficient("silent", "primary", "02");

        Assert.Equal((0, 2, "unknown"), (row.Schools, row.Registered, row.Verdict));
    }

    public sealed class Counties : IDisposable
    {
        internal Judged Judged { get; } = new Filing(
            new FiledSchool("zero", "zero-pupils", "primary_school").Stage("primary", 0, ("teachers_backbone", 0)).Has(("equipment_value", 0)),
            Backbone("blank", "blank-pupils", Amount.Blank, 0),
            Backbone("blank", "blank-other", 100, 1),
            new FiledSchool("half", "half-filed", "nine_year_school")
                .Stage("primary", 100, ("teachers_backbone", 1), ("teachers_pe", 1), ("teachers_music", 1), ("teachers_art", 1),
                    ("teachers_college", 2), ("teachers_bachelor", 3), ("teachers_master", 0), ("teachers_doctor", 0))
                .Has(("teaching_area", 99999), ("gym_area", 0), ("sports_ground_area", 99999), ("equipment_value", 9999999), ("multimedia_rooms", 99)),
            new FiledSchool("half", "only-primary", "nine_year_school").Stage("primary", 100).Stage("junior", 0).Has(("equipment_value", 200_000)),
            Backbone("nothing", "nothing-1", 100, 0),
            Backbone("nothing", "nothing-2", 200, 0),
            Backbone("single", "single-1", 100, 5),
            Backbone("single-nothing", "single-nothing-1", 100, 0),
            new FiledSchool("silent", "silent-1", "primary_school"),
            new FiledSchool("silent", "silent-2", "primary_school")).Judge();

        public void Dispose() => Judged.Dispose();

        static FiledSchool Backbone(string county, string code, Amount pupils, Amount teachers) =>
            new FiledSchool(county, code, "primary_school").Stage("primary", pupils, ("teachers_backbone", teachers));
    }
}
