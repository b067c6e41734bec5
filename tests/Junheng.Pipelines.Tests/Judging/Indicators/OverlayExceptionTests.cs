namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>A relaxation belongs to the number it relaxes: a number of an overlay's own has none, whatever else it inherits.</summary>
public sealed class OverlayExceptionTests
{
    const int Valid = 2022;

    const string Head = """
        format: 1
        id: own
        extends: national-2017
        kind: official
        title: {zh: 测试用, en: for tests}
        note: {zh: 测试用, en: for tests}
        source: 测试用

        """;

    const string Eleven = """
        changes:
          - indicator: "11"
            threshold_by_type: {nine_year_school: 2000}
            clause: 2000人
            source: 测试用
            certainty: seed

        """;

    const string Five = """
        changes:
          - indicator: "05"
            threshold: {primary: 7}
            clause: 7
            source: 测试用
            certainty: seed

        """;

    [Fact]
    public void OwnNumber_ForOneKindOfSchool_HasNoInheritedException_OthersKeepTheirs()
    {
        using var counties = FiledCounties.ByOwnPack([Old("nine", "nine_year_school"), Old("six", "primary_school")], Head + Eleven);

        Assert.Equal("not_met not_met ", Said(counties, "nine"));
        Assert.Equal("not_met met size_built_by_2010", Said(counties, "six"));

        static string Said(FiledCounties counties, string county) => (string)counties.Query(
            "select concat(verdict_without_exceptions, ' ', verdict_with_exceptions, ' ', exception) from county_indicator where year = $year and county_code = $county and indicator = '11'",
            ("year", Valid), ("county", county)).Rows[0][0]!;
    }

    [Fact]
    public void OwnNumber_OfOneStage_CountsNothingBesides_TheOtherStageDoes()
    {
        using var counties = FiledCounties.ByOwnPack([Grounds("P"), Grounds("J")], Head + Five);

        Assert.Equal("", Said(counties, "groundsPP", "primary"));
        Assert.Equal("inner_city_grounds", Said(counties, "groundsJJ", "junior"));

        static string Said(FiledCounties counties, string school, string stage) => (string)counties.Query(
            "select exception from school_indicator where year = $year and school_code = $school and stage = $stage and indicator = '05'", ("year", Valid), ("school", school), ("stage", stage)).Rows[0][0]!;
    }

    static CountyFiling Old(string code, string type) => new CountyFiling(code)
        .Set("school", CountyFiling.Judged, "P", "school_type", type).Set("school", CountyFiling.Judged, "P", "year_built", "2010").Stage("P", "pupils", "2400").Earlier(CountyFiling.Judged - Valid);

    static CountyFiling Grounds(string school)
    {
        var county = new CountyFiling("grounds" + school).Set("school", CountyFiling.Judged, school, "inner_city", "yes");
        county.Add("facility", CountyFiling.Judged, school, ("sports_ground_area", "2900"), ("gym_area", "100"), ("sports_converted_area", "300"), ("sports_leased_area", "75"));
        return county.Earlier(CountyFiling.Judged - Valid);
    }
}
