namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>A rule judges the years it is valid for, the last of them included, and no later one.</summary>
public sealed class ValidityTests
{
    const string Until2023 = """
        format: 1
        id: own
        extends: national-2017
        kind: official
        title: {zh: 测试用, en: for tests}
        note: {zh: 测试用, en: for tests}
        source: 测试用
        valid_to: 2023
        confirms:
          - indicator: "26"
            threshold: {all: 5}
            clause: 5%
            source: 测试用
            certainty: seed

        """;

    // Indicators of school-stages, classes, whole schools and accounting units come by ways of their own.
    [Fact]
    public void Rules_AfterTheirLastYear_JudgeNothing()
    {
        using var counties = FiledCounties.ByOwnPack([new CountyFiling("A")], Until2023);

        foreach (var indicator in new[] { "01", "04", "12", "16", "20", "10", "11", "25", "26" })
            Assert.Equal([2023], counties.Query("select distinct year from school_scope where indicator = $indicator", ("indicator", indicator)).Rows.Select(row => row[0]));
        foreach (var table in new[] { "school_indicator", "county_indicator", "county_coefficient", "county_verdict" })
            Assert.Equal([2023], counties.Query($"select distinct year from {table}").Rows.Select(row => row[0]));
    }
}
