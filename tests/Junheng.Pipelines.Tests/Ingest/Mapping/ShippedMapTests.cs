namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>The maps that ship, on small tables typed after the real layouts (invented schools and numbers).</summary>
public sealed class ShippedMapTests
{
    // The gym's header is another before and from 2021; # and 其中 stand as the export writes them.
    internal const string Wide = """
        小学基本情况（示例数据）|||||||||||||||||||||
        学校标识码|学校名称|统计三级代码|统计三级|办学类型|城乡类型|举办者|在校生数||班数|专任教师||||||||||教学及辅助用房||占地面积及其他办学条件|教学仪器设备资产值(万元)|网络多媒体教室
        |||||||#计|女|||||||||||||||||
        |||||||||#计|#计|#按学历分||||县级以上骨干教师|#按授课课程分||||#计|GYM|占地面积（平方米）||
        |||||||||||专科|#本科|硕士|博士||体育|艺术|||||其中||
        |||||||||||||||||音乐|美术|计|||运动场地面积||
        A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y
        9901010001|示例九年一贯制学校|990101000000|示例县|九年一贯制学校|镇区|公办|450|210|10|30|3|25|2|0|6|3|2|2|4|5000|600|7000|250.5|18
        合计|||||||450|210|10|30||||||||||||||
        """;

    [Theory]
    [InlineData(2020, "其中：体育馆")]
    [InlineData(2021, "室内体育用房")]
    public void StatisticsWide_NineYearSchoolInBothFiles_IsOneSchoolOfTwoStages(int year, string gym)
    {
        var text = Wide.Replace("GYM", gym, StringComparison.Ordinal);
        var mapped = new Mapped()
            .With("小学.xlsx", "school stage facility", "Sheet1", text, "primary", year)
            .With("初中.xlsx", "school stage facility", "Sheet1", text.Replace("|450|210|10|30|", "|330|150|8|28|", StringComparison.Ordinal), "junior", year)
            .ByFile(Path.Combine(ShippedContent.Maps, "statistics-wide.yaml"));

        Assert.Empty(mapped.Findings);
        Assert.Equal(4, mapped.Mapper.Rows.Count);
        Assert.Equal(("450", "330"), (mapped.Amount(Code, "pupils", "primary"), mapped.Amount(Code, "pupils", "junior")));
        Assert.Equal(
            ["30", "25", "6", "3", "2", "2"],
            new[] { "teachers", "teachers_bachelor", "teachers_backbone", "teachers_pe", "teachers_music", "teachers_art" }.Select(field => mapped.Amount(Code, field, "primary")));
        Assert.Equal(
            ["5000", "600", "7000", "2505000", "18"],
            new[] { "teaching_area", "gym_area", "sports_ground_area", "equipment_value", "multimedia_rooms" }.Select(field => mapped.Amount(Code, field)));
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void SchoolWorkbook_NineYearSchool_IsReadFromItsForms()
    {
        var mapped = Forms.Aggregate(new Mapped(), (all, sheet) => all.With("9901010001.xlsx", "school stage facility", sheet.Sheet, sheet.Text, "workbook"))
            .ByFile(Path.Combine(ShippedContent.Maps, "school-workbook.yaml"));

        Assert.Empty(mapped.Findings);
        Assert.Equal(("450", "330"), (mapped.Amount(Code, "pupils", "primary"), mapped.Amount(Code, "pupils", "junior")));
        Assert.Equal(("60", "4", "6", "8"), (mapped.Amount(Code, "teachers", "primary"), mapped.Amount(Code, "teachers_master", "junior"), mapped.Amount(Code, "teachers_backbone", "primary"), mapped.Amount(Code, "classes", "junior")));
        Assert.Equal(("5000", "600", "2505000"), (mapped.Amount(Code, "teaching_area"), mapped.Amount(Code, "gym_area"), mapped.Amount(Code, "equipment_value")));
        Assert.Equal("9901010001.xlsx 教基5170_九年一贯制学校 C3", mapped.Cells(Code, "teaching_area"));
        Assert.Equal("990101", Assert.Single(mapped.Mapper.Rows, row => row.Dataset.Name == "school").Word("county_code"));
        mapped.AccountsForEveryRow();
    }

    const string Type = "_九年一贯制学校";
    const string Teachers = "指标名称|合计|按课程分||\n||体育与健康|音乐|美术\n甲|1|2|3|4\n总计|60|5|3|3\n博士研究生毕业|0|0|0|0\n硕士研究生毕业|4|0|0|0\n本科毕业|50|5|3|3\n专科毕业|6|0|0|0";
    internal static readonly (string Sheet, string Text)[] Forms =
    [
        ("封面", "教育事业统计（示例数据）"),
        ("教基1001" + Type, "学校（机构）标识码|9901010001|学校（机构）名称|示例学校\n县级行政区划代码|990101000000|县级行政区划名称|示例县\n学校（机构）办学类型|九年一贯制学校|举办者|公办\n驻地城乡类型|镇区"),
        ("教基1102续" + Type, "项目|数量\n小学县级以上骨干教师|6\n初中县级以上骨干教师|5"),
        ("教基2106" + Type, "年级|班数\n总计|10"),
        ("教基2107" + Type, "年级|班数\n总计|8"),
        ("教基3112" + Type, "年级|招生数|在校生数|\n||合计|女\n总计|80|450|210\n一年级|80|80|40"),
        ("教基3115" + Type, "年级|招生数|在校生数|\n||合计|女\n总计|110|330|150"),
        ("教基4155" + Type, Teachers),
        ("教基4156" + Type, Teachers),
        ("教基5170" + Type, "指标名称|计量单位|合计|危房\n总计|平方米|9000|0\n教学及辅助用房|平方米|5000|0\n室内体育用房|平方米|600|0"),
        ("教基5176" + Type, "指标名称|计量单位|数量\n运动场地面积|平方米|7000\n网络多媒体教室|间|18\n教学仪器设备资产值|万元|250.5"),
    ];

    const string Code = "9901010001";
}
