namespace Junheng.Pipelines.Synthesis;

/// <summary>What the dated exceptions look at: when a school was built, where it stands, whom it teaches, what it may count besides.</summary>
static class Circumstances
{
    public static readonly string[] RegisterHeaders = ["建成年份", "中心城区密集学校", "年级齐全"];

    public static readonly string[] StageHeaders = ["走教体育艺术教师数", "随迁子女在校生数", LargestClass];

    public static readonly string[] FacilityHeaders = ["改建专用运动场地面积", "租用场馆面积"];

    /// <summary>Sizes of classes do not add up: the column has no total.</summary>
    public const string LargestClass = "最大班额";

    const string DenseCity = "990101";

    public static string[] RegisterCells(Duties duties, School school) => [Sheet.Cell(BuiltIn(duties, school)), Text(IsInnerCity(duties, school)), Text(HasAllGrades(duties, school))];

    /// <summary>Blank where a school has nothing to say; a blank grants nothing.</summary>
    public static string[] StageCells(Duties duties, School school, StageStaff stage)
    {
        if (stage.Stage == Stage.Senior) return ["", "", ""];
        var small = school is { Area: Area.Rural, Pupils: >= 50 and < 100 };
        var migrants = school is { Founder: "民办", Area: Area.Urban } ? duties.Steady($"{school.Code}/migrants").Between(550, 720) : duties.Steady($"{school.Code}/migrants").Between(5, 80);
        return [small ? "1" : "", Sheet.Cell(stage.Pupils * migrants / 1000), Sheet.Cell(ClassSizes.Largest(duties, school, stage))];
    }

    public static string[] FacilityCells(Duties duties, School school)
    {
        if (!IsInnerCity(duties, school)) return ["", ""];
        var draw = duties.Steady($"{school.Code}/grounds");
        return [Sheet.Cell(school.Pupils * draw.Between(300, 900) / 1000), Sheet.Cell(school.Pupils * draw.Between(200, 800) / 1000)];
    }

    static int BuiltIn(Duties duties, School school) => school.Opens > Years.First ? school.Opens : duties.Steady($"{school.Code}/built").Between(1956, Years.First - 1);

    static bool IsInnerCity(Duties duties, School school) => duties.Story.Code == DenseCity && school is { Area: Area.Urban, Founder: "公办" } && school.Number % 3 == 1;

    // A new school fills up from below.
    static bool HasAllGrades(Duties duties, School school) => school.Opens == Years.First || duties.Year - school.Opens >= 2;

    static string Text(bool yes) => yes ? "是" : "否";
}
