using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

public sealed class ConverterTests
{
    [Fact]
    public void Map_CodesThatLostTheirZeros_GetThemBackAndAreToldOnceAColumn()
    {
        var mapped = new Mapped().WithSchools("0101000001", "0101000002").With("f.csv", "facility", "", "代码|用房\n101000001|1\n101000002.0|2").By(Facility("school_code: {from: 代码, digits: 10}"));

        var finding = Told.Once(mapped.Findings, "CODE-PADDED");
        Assert.Equal((Severity.Note, "101000001", "2"), (finding.Severity, finding.Value, finding.Facts["count"]));
        Assert.Equal(("1", "2"), (mapped.Amount("0101000001", "teaching_area"), mapped.Amount("0101000002", "teaching_area")));
    }

    [Theory]
    [InlineData("1.01E+08")]
    [InlineData("01010000012")]
    [InlineData("甲")]
    public void Map_WhatIsNoCode_IsAnErrorAtItsCell(string code)
    {
        var mapped = new Mapped().WithSchools("0101000001").With("f.csv", "facility", "", $"代码|用房\n{code}|1").By(Facility("school_code: {from: 代码, digits: 10}"));

        Told.At(Told.Once(mapped.Findings, "CELL-NOT-CODE"), "f.csv", 2, "A 代码", code);
        mapped.AccountsForEveryRow();
    }

    [Theory]
    [InlineData("2020/2021学年初")]
    [InlineData("2020 / 2021 学年初")]
    [InlineData("2020-2021学年")]
    [InlineData("２０２０年")]
    [InlineData("2020")]
    public void Map_SchoolYear_IsTheYearItBeginsIn(string year)
    {
        var mapped = new Mapped().With("s.csv", "school", "", $"学年|学校标识码|学校名称|县区|类型\n{year}|0101|某校|990101|primary_school", year: null).ByMap(RegisterWithYear);

        Assert.Empty(mapped.Findings);
        Assert.Equal(2020, Assert.Single(mapped.Mapper.Rows).Year);
    }

    [Theory]
    [InlineData("2019-2024")]
    [InlineData("2020/2019学年")]
    [InlineData("20年")]
    public void Map_WhatIsNoSchoolYear_IsAnError(string year) =>
        Told.Once(new Mapped().With("s.csv", "school", "", $"学年|学校标识码|学校名称|县区|类型\n{year}|0101|某校|990101|primary_school", year: null).ByMap(RegisterWithYear).Findings, "CELL-NOT-YEAR");

    [Theory]
    [InlineData("12.35%", "247/2000")]
    [InlineData("12.35", "247/2000")]
    [InlineData("１２％", "3/25")]
    public void Map_Percentage_IsAShareBecauseTheMapSaysSo(string text, string amount)
    {
        var mapped = new Mapped().WithSchools("0101").With("m.csv", "monitoring", "", $"县区|差异率\n990101|{text}").By("""
              monitoring:
                - years: 2024
                  columns: {county_code: 县区, stage: {constant: primary}, subject: {constant: pe}, between_rate: {from: 差异率, unit: '%'}}
            """);

        Assert.Empty(mapped.Findings);
        Assert.Equal(amount, mapped.Mapper.Rows.Single(row => row.Dataset.Name == "monitoring").Find("between_rate")!.Amount.ToString());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("*")]
    [InlineData("无")]
    [InlineData("-")]
    public void Map_MarkOfTheLayout_IsNotFiled(string mark)
    {
        var mapped = new Mapped().WithSchools("0101").With("f.csv", "facility", "", $"代码|用房\n0101|{mark}").By(Facility("school_code: 代码", "missing: ['-1', '*', 无]\n      "));

        Assert.Empty(mapped.Findings);
        Assert.Null(mapped.Amount("0101", "teaching_area"));
    }

    [Theory]
    [InlineData("#DIV/0!")]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#VALUE!")]
    [InlineData("#NAME?")]
    [InlineData("#NUM!")]
    [InlineData("#NULL!")]
    public void Map_ErrorOfAFormula_IsAnErrorAtItsCellAndTheValueUnknown(string shown)
    {
        var mapped = new Mapped().WithSchools("0101").With("f.csv", "facility", "", $"代码|用房\n0101|{shown}").By(Facility("school_code: 代码"));

        Told.At(Told.Once(mapped.Findings, "CELL-EXCEL-ERROR"), "f.csv", 2, "B 用房", shown);
        Told.InBothLanguages(mapped.Findings[0]);
        Assert.Null(mapped.Amount("0101", "teaching_area"));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_ErrorsOfASum_AreToldEach()
    {
        var mapped = new Mapped().WithSchools("0101").With("f.csv", "facility", "", "代码|甲|乙|丙\n0101|#N/A|5|#REF!").By(Facility("school_code: 代码").Replace("用房", "{sum: [甲, 乙, 丙]}", StringComparison.Ordinal));

        Assert.Equal([("CELL-EXCEL-ERROR", "B 甲"), ("CELL-EXCEL-ERROR", "D 丙")], mapped.Findings.Select(finding => (finding.Code, finding.Place.Column)));
    }

    [Fact]
    public void Map_ErrorInACodeOrAName_IsNoCodeAndNoName()
    {
        var mapped = new Mapped().With("register.csv", "school", "", "学校标识码|学校名称|县区|类型\n0101|#N/A|990101|primary_school\n#REF!|某校|990101|primary_school").By(Facility("school_code: 代码"));

        Assert.Equal([("B 学校名称", 2), ("A 学校标识码", 3)], mapped.Findings.Where(finding => finding.Code == "CELL-EXCEL-ERROR").Select(finding => (finding.Place.Column, finding.Place.Row)));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_ErrorTheLayoutCallsMissing_IsNotFiled()
    {
        var mapped = new Mapped().WithSchools("0101").With("f.csv", "facility", "", "代码|用房\n0101|#N/A").By(Facility("school_code: 代码", "missing: ['#N/A']\n      "));

        Assert.Empty(mapped.Findings);
    }

    const string RegisterWithYear = """
        format: 1
        id: typed
        title: {zh: 示例, en: invented}
        datasets:
          school:
            - years: 2000-2100
              columns: {year: 学年, school_code: 学校标识码, school_name: 学校名称, county_code: 县区, school_type: 类型}
        """;

    static string Facility(string code, string also = "") => $"  facility:\n    - years: 2024\n      {also}columns:\n        {code}\n        teaching_area: 用房\n";
}
