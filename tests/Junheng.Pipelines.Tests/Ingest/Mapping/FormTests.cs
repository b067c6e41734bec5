using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>One workbook a school: values by the label of their row and the header of their column.</summary>
public sealed class FormTests
{
    const string Layout = """
          stage:
            - years: 2024
              sheets: 在校生_*
              shape: form
              header_rows: 2
              missing: ['*']
              not_data:
                - {column: 总计 @ 小学 > 计, matches: blank}
              columns:
                school_code: 封面!学校标识码
                stage: {constant: primary}
                pupils: 总计 @ 小学 > 计
                classes: 班数 > 小学 @ 小学 > 计
                teachers: 教师*!专任教师数 @ 填报值
          facility:
            - years: 2024
              sheets: 条件_*
              shape: form
              columns:
                school_code: {from: 封面!学校标识码, digits: 4}
                teaching_area: 教学用房 @ 填报值
                gym_area: 室内体育用房 @ 填报值 | 体育馆 @ 填报值
                equipment_value: {from: 仪器设备值 @ 填报值, unit: 万元}
        """;

    [Fact]
    public void Map_Workbook_ReadsEachFormByItsLabels()
    {
        var mapped = Workbook().By(Layout);

        Assert.Empty(mapped.Findings);
        Assert.Equal(
            ["900", "20", "60", "5000", "600", "2505000"],
            new[] { "pupils", "classes", "teachers", "teaching_area", "gym_area", "equipment_value" }.Select(field => mapped.Amount("0101", field)));
        Assert.Equal("school.xlsx 在校生_小学 C4", mapped.Cells("0101", "pupils"));
        Assert.Equal("school.xlsx 教师 C2", mapped.Cells("0101", "teachers"));
        Assert.Equal((1, 5), (mapped.Count("stage").Loaded, mapped.Count("stage").NotData));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_FormWithoutALabel_LosesThatFieldAlone()
    {
        var mapped = Workbook().By(Layout.Replace("体育馆 @", "风雨操场 @", StringComparison.Ordinal));

        Assert.Equal(new Place("school.xlsx", "条件_小学", 0, "室内体育用房 @ 填报值 | 风雨操场 @ 填报值"), Told.Once(mapped.Findings, "FORM-LABEL-MISSING").Place);
        Assert.Equal((null, "5000"), (mapped.Amount("0101", "gym_area"), mapped.Amount("0101", "teaching_area")));
    }

    [Fact]
    public void Map_UnitBesideTheLabel_IsHeldAgainstTheMaps()
    {
        var mapped = Workbook().By(Layout.Replace(", unit: 万元", "", StringComparison.Ordinal));

        Assert.Equal(("万元", "C 仪器设备值 @ 填报值"), (Told.Once(mapped.Findings, "MAP-UNIT-DIFFERS").Value, Told.Once(mapped.Findings, "MAP-UNIT-DIFFERS").Place.Column));
        Assert.Null(mapped.Amount("0101", "equipment_value"));
    }

    [Fact]
    public void Map_StageTheSchoolHasNot_IsNoRecord()
    {
        var mapped = Workbook(pupils: "").By(Layout);

        Assert.DoesNotContain(mapped.Mapper.Rows, row => row.Dataset.Name == "stage");
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_WorkbookWithoutTheSheet_NamesThoseThereAre()
    {
        var mapped = new Mapped().WithSchools("0101").With("school.xlsx", "stage", "封面", "学校标识码|0101").By(Layout);

        Assert.Equal(("封面", "在校生_*"), (Told.Once(mapped.Findings, "FILE-NO-SHEET").Value, Told.Once(mapped.Findings, "FILE-NO-SHEET").Facts["known"]));
    }

    [Theory]
    [InlineData("statistics-wide")]
    [InlineData("school-workbook")]
    public void Read_MapThatShips_IsSound(string map) =>
        Assert.Empty(new Mapped().ByFile(Path.Combine(ShippedContent.Maps, map + ".yaml")).Findings);

    static Mapped Workbook(string pupils = "900") => new Mapped().WithSchools("0101")
        .With("school.xlsx", "stage facility", "封面", "2024/2025学年初|\n学校标识码：0101|学校名称：某校")
        .With("school.xlsx", "stage facility", "在校生_小学", $"在校生数（示例）|||\n指标||小学|\n||计|女\n总计||{pupils}|430\n班数|小学|20|\n|初中|*|")
        .With("school.xlsx", "stage facility", "教师", "填报项目|单位|填报值\n专任教师数|人|60")
        .With("school.xlsx", "stage facility", "条件_小学", "填报项目|单位|填报值\n教学用房|平方米|5000\n体育馆|㎡|600\n仪器设备值|万元|250.5");
}
