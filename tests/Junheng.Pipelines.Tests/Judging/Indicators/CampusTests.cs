namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>A campus that does not count as a school: its rooms, classes and money are its school's, unless campuses stand alone.</summary>
public sealed class CampusTests(CampusTests.Both both) : IClassFixture<CampusTests.Both>
{
    // P has 12 classes and two rooms of each kind, its campus 12 classes and none.
    [Fact]
    public void Rooms_OfTheSchool_ServeItsCampus()
    {
        Assert.Equal("met", both.Merged.Verdict("campus", "10 a all"));
        Assert.Equal("unknown rooms_not_filed", both.Alone.Verdict("campus", "10 a all"));
    }

    [Fact]
    public void Classes_OfTheCampus_AreDueOfTheSchool()
    {
        Assert.Equal("unknown classes_incomplete", Result(both.Merged, "class_size"));
        Assert.Equal("met", Result(both.Alone, "class_size"));
    }

    // 60 000 of a million, and 10 000 of another: 3.5 % together.
    [Fact]
    public void Money_OfTheCampus_IsAddedToTheSchools()
    {
        Assert.Equal("not_met below_the_standard", Result(both.Merged, "unit_ratio"));
        Assert.Equal("met", Result(both.Alone, "unit_ratio"));
        Assert.Equal([3.5, 6.0], new[] { both.Merged, both.Alone }.Select(counties => (double)counties.Query("select value from unit_ratio where year = 2024 and school_code = 'campusP'").Rows[0][0]!));
    }

    [Fact]
    public void Blank_OfTheCampus_IsABlankOfTheSchool()
    {
        Assert.Equal("unknown", Teachers(both.Merged));
        Assert.NotEqual("unknown", Teachers(both.Alone));

        static string Teachers(FiledCounties counties) =>
            (string)counties.Query("select verdict from school_indicator where year = 2024 and school_code = 'campusP' and stage = 'primary' and indicator = '02'").Rows[0][0]!;
    }

    [Fact]
    public void Campus_WithoutASchoolOfItsCounty_StandsAloneAndIsSaid()
    {
        Assert.Equal("strayC", both.Merged.Query("select counted_with from campus where school_code = 'strayC'").Rows[0][0]);
        Assert.Contains(both.Merged.Findings, finding => finding is { Code: "CHECK-CAMPUS-PARENT-KNOWN", Value: "campusP" });
    }

    static string Result(FiledCounties counties, string table) => (string)counties.Query(
        $"select concat_ws(' ', verdict, nullif(reason, '')) from {table} where year = 2024 and school_code = 'campusP'").Rows[0][0]!;

    /// <summary>The same county, its campus merged and alone.</summary>
    public sealed class Both : IDisposable
    {
        internal FiledCounties Merged { get; } = FiledCounties.Unchecked(Counties());

        internal FiledCounties Alone { get; } = FiledCounties.Unchecked(Counties(), ("campuses", "stand_alone"));

        public void Dispose()
        {
            Merged.Dispose();
            Alone.Dispose();
        }

        static List<CountyFiling> Counties()
        {
            var county = Campus("campus", "campusP").Stage("P", "teachers_backbone", "6");
            county.Add("room", CountyFiling.Judged, "P", ("room", "music2"), ("room_kind", "music"), ("room_area", "100"));
            county.Add("room", CountyFiling.Judged, "P", ("room", "art2"), ("room_kind", "art"), ("room_area", "100"));
            county.Add("school_finance", CountyFiling.Judged, "C", ("public_budget", "1000000"), ("training_budget", "10000"));
            // A school of another county takes no campus.
            return [county, Campus("stray", "campusP")];
        }

        static CountyFiling Campus(string code, string parent)
        {
            var county = new CountyFiling(code);
            county.Add("school", CountyFiling.Judged, "C", ("school_name", "campus"), ("school_type", "primary_school"), ("area", "urban"), ("founder", "public"), ("boarding", "no"), ("village", "no"), ("counted", "no"), ("parent_code", parent));
            county.Add("stage", CountyFiling.Judged, "C", ("stage", "primary"), ("pupils", "400"), ("classes", "12"), ("teachers", "25"));
            return county;
        }
    }
}
