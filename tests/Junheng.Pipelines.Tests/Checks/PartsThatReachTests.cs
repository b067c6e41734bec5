using Junheng.Pipelines.Tests.Ingest;

namespace Junheng.Pipelines.Tests.Checks;

/// <summary>Classes, bands and grades add up to no less than their whole: said where they fall short, and not where one of them was left blank.</summary>
public sealed class PartsThatReachTests
{
    const string Map = """
          class:
            - years: 2020-2024
              columns:
                school_code: 代码
                stage: {from: 学段, values: {小学: primary, 初中: junior}}
                class: 班
                class_pupils: 班额
          class_band:
            - years: 2020-2024
              columns:
                school_code: 代码
                stage: {from: 学段, values: {小学: primary, 初中: junior}}
                band: 分段
                band_from: 下限
                band_to: 上限
                band_classes: 班数
          grade:
            - years: 2020-2024
              columns:
                school_code: 代码
                stage: {from: 学段, values: {小学: primary, 初中: junior}}
                grade: {from: 年级, values: {一年级: '1', 二年级: '2', 七年级: '7', 八年级: '8'}}
                grade_pupils: 人数

        """;

    // 900, 600 and 300 pupils: all of them, one too few, and one class whose pupils nobody wrote down.
    const string Classes = """
        代码,学段,班,班额
        001,小学,1班,450
        001,小学,2班,450
        002,初中,1班,300
        002,初中,2班,299
        003,小学,1班,299
        003,小学,2班,

        """;

    // 20, 15 and 10 classes, likewise.
    const string Bands = """
        代码,学段,分段,下限,上限,班数
        001,小学,41-45人,41,45,19
        001,小学,46人以上,46,,1
        002,初中,41-45人,41,45,14
        002,初中,46人以上,46,,0
        003,小学,41-45人,41,45,9
        003,小学,46人以上,46,,

        """;

    // The pupils again, by grade.
    const string Grades = """
        代码,学段,年级,人数
        001,小学,一年级,450
        001,小学,二年级,450
        002,初中,七年级,300
        002,初中,八年级,299
        003,小学,一年级,299
        003,小学,二年级,

        """;

    [Fact]
    public void Build_PartsShortOfTheirWhole_AreToldUnlessOneIsBlank()
    {
        using var source = new SmallSource();
        source.Append(SmallSource.Map, Map);
        source.Write("2024/classes.csv", Classes);
        source.Write("2024/bands.csv", Bands);
        source.Write("2024/grades.csv", Grades);
        source.Append(SmallSource.Yaml, """
              - files: "{year}/classes.csv"
                datasets: [class]
              - files: "{year}/bands.csv"
                datasets: [class_band]
              - files: "{year}/grades.csv"
                datasets: [grade]

            """);

        var findings = source.Build(library: SmallBuild.Whole.For(["failed_sum"])).Findings;

        Told.At(Told.Once(findings, "CHECK-CLASS-SIZES-REACH-PUPILS"), SmallSource.Stages, 3, "C pupils", "600");
        Told.At(Told.Once(findings, "CHECK-GRADES-REACH-PUPILS"), SmallSource.Stages, 3, "C pupils", "600");
        Told.At(Told.Once(findings, "CHECK-BAND-CLASSES-REACH-CLASSES"), SmallSource.Stages, 3, "D classes", "15");
    }
}
