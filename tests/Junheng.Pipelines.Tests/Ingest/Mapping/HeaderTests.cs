using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Headers of several levels, found wherever they stand, matched by their words.</summary>
public sealed class HeaderTests
{
    const string Layout = """
          stage:
            - years: 2024
              header_rows: 4
              columns:
                school_code: 学校标识码
                stage: {constant: primary}
                pupils: 在校生数
                teachers: 专任教师 > 计
                teachers_bachelor: 专任教师 > 按学历分 > 本科
                teachers_music: 专任教师 > 按授课课程分 > 艺术 > 音乐

        """;

    // The cells a merged header covers are blank here, as text files have them; filled, as workbooks have them, is the second.
    const string Covered = """
        2024年小学统计表（示例数据）|||||||
        学校标识码|在校生数|专任教师||||||
        ||#计|#按学历分||#按授课课程分||
        |||#本科|专科|艺术||体育
        |||||#计|其中：音乐|
        甲|1|2|3|4|5|6|7
        0101|900|60|50|5|8|4|6
        合计|900|60|50|5|8|4|6
        注：1. 专任教师不含兼职。
        2. 数据截至9月1日。
        """;

    const string Filled = """
        2024年小学统计表（示例数据）|2024年小学统计表（示例数据）|||||||
        学校标识码|在校生数|专任教师|专任教师|专任教师|专任教师|专任教师|专任教师
        学校标识码|在校生数|#计|#按学历分|#按学历分|#按授课课程分|#按授课课程分|#按授课课程分
        学校标识码|在校生数|#计|#本科|专科|艺术|艺术|体育
        学校标识码|在校生数|#计|#本科|专科|#计|其中：音乐|体育
        甲|1|2|3|4|5|6|7
        0101|900|60|50|5|8|4|6
        合计|900|60|50|5|8|4|6
        注：1. 专任教师不含兼职。
        2. 数据截至9月1日。
        """;

    [Theory]
    [InlineData(Covered)]
    [InlineData(Filled)]
    public void Map_HeaderOfFourMergedRowsUnderATitle_FindsEveryLevel(string table)
    {
        var mapped = new Mapped().WithSchools("0101").With("stage.csv", "stage", "", table).By(Layout);

        Assert.Empty(mapped.Findings);
        Assert.Equal(
            ["900", "60", "50", "4"],
            new[] { "pupils", "teachers", "teachers_bachelor", "teachers_music" }.Select(field => mapped.Amount("0101", field)));
        Assert.Equal("stage.csv  G7", mapped.Cells("0101", "teachers_music"));
        mapped.AccountsForEveryRow();
        Assert.Equal((1, 9), (mapped.Count("stage").Loaded, mapped.Count("stage").NotData));
    }

    [Theory]
    [InlineData(Covered)]
    [InlineData(Filled)]
    public void Map_WordsAroundTheTable_AreKept(string table)
    {
        var mapped = new Mapped().WithSchools("0101").With("stage.csv", "stage", "", table).By(Layout);

        Assert.Equal(
            [("title", 1, "2024年小学统计表（示例数据）"), ("total", 8, "合计 900 60 50 5 8 4 6"), ("note", 9, "注：1. 专任教师不含兼职。"), ("note", 10, "2. 数据截至9月1日。")],
            mapped.Mapper.Notes.Select(note => (note.Kind, note.Row, note.Text)));
    }

    [Fact]
    public void Map_NameOfTwoColumns_SaysWhichAndAsksForAnotherLevel()
    {
        var mapped = new Mapped().WithSchools("0101").With("stage.csv", "stage", "", Covered).By(Layout.Replace("专任教师 > 按授课课程分 > 艺术 > 音乐", "计", StringComparison.Ordinal));

        var finding = Told.Once(mapped.Findings, "MAP-COLUMN-TWICE");
        Assert.Contains("C 专任教师 > #计", finding.Facts["columns"], StringComparison.Ordinal);
        mapped.AccountsForEveryRow();
    }

    [Fact]
    public void Map_SheetWithNoneOfTheHeaders_IsToldOnceAndNothingIsLost()
    {
        var mapped = new Mapped().WithSchools("0101").With("stage.csv", "stage", "", "目录|页\n基本情况|1\n教师|2").By(Layout);

        Assert.Equal("stage.csv", Told.Once(mapped.Findings, "SHEET-NO-HEADER").Place.File);
        Assert.Equal(3, mapped.Count("stage").Quarantined);
        mapped.AccountsForEveryRow();
    }

    [Theory]
    [InlineData("室内体育用房（平方米）|教学用房", "600")]
    [InlineData("体育馆 (m²)|教学用房", "600")]
    [InlineData("体 育_x000D_\t馆|教学用房", "600")]
    public void Map_ColumnUnderEitherOfItsNames_IsRead(string header, string amount)
    {
        var mapped = new Mapped().WithSchools("0101").With("f.csv", "facility", "", $"学校标识码|{header}\n0101|600|5000").By("""
              facility:
                - years: 2024
                  columns: {school_code: 学校标识码, gym_area: 室内体育用房 | 体育馆, teaching_area: 教学用房}
            """);

        Assert.Empty(mapped.Findings);
        Assert.Equal(amount, mapped.Amount("0101", "gym_area"));
    }

    [Fact]
    public void Map_HeaderOfAnotherUnit_IsAFindingAndNoNumber()
    {
        var mapped = new Mapped().WithSchools("0101").With("f.csv", "facility", "", "学校标识码|仪器设备值（元）|教学用房\n0101|2500000|5000").By("""
              facility:
                - years: 2024
                  columns: {school_code: 学校标识码, equipment_value: {from: 仪器设备值, unit: 万元}, teaching_area: 教学用房}
            """);

        var finding = Told.Once(mapped.Findings, "MAP-UNIT-DIFFERS");
        Assert.Equal((new Place("f.csv", "", 1, "B 仪器设备值（元）"), "元"), (finding.Place, finding.Value));
        Assert.Null(mapped.Amount("0101", "equipment_value"));
        Assert.Equal("5000", mapped.Amount("0101", "teaching_area"));
    }
}
