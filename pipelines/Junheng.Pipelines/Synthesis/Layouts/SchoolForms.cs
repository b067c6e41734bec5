namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The forms of one school in one year, as a workbook of the yearly statistics has them. <c>*</c> stands where the sample has no number.</summary>
sealed class SchoolForms(FiledSchool school)
{
    const string NotOurs = "*";

    static readonly Dictionary<string, string> StageNames = new(StringComparer.Ordinal) { ["primary"] = "小学", ["junior"] = "初中" };

    readonly FormNumbers numbers = FormNumbers.Of(school.Year);

    public IEnumerable<PlainSheet> Sheets =>
    [
        new("封面", [["示例数据（synthetic）：全部为虚构，不得引用"], ["学校（机构）名称：" + school.Register["school_name"]]]),
        Identity.Card(school),
        Backbone.Sheet(school),
        .. school.Stages.SelectMany(stage => OfStage(stage.Key, stage.Value, numbers.ByStage[stage.Key])).Select(form => form.Sheet(school)),
        Rooms.Sheet(school),
        Grounds.Sheet(school),
    ];

    SchoolForm Identity => new(numbers.Identity, "学校（机构）基本情况", [],
    [
        ["学校（机构）标识码", school.Code, "学校（机构）名称", school.Register["school_name"]],
        ["县级行政区划代码", school.CountyCode, "县级行政区划名称", school.Register["county_name"]],
        ["学校（机构）办学类型", school.TypeName, "举办者", SchoolWords.FounderOf(school.Register["founder"])],
        ["驻地城乡类型", SchoolWords.AreaOf(school.Register["area"])],
    ]);

    SchoolForm Backbone => new(numbers.Backbone, "其他基本情况", [["指标名称"], ["数量"]],
        [.. school.Stages.Select(stage => new[] { $"{StageNames[stage.Key]}县级以上骨干教师", stage.Value["teachers_backbone"] })]);

    SchoolForm Rooms => new(numbers.Rooms, "校舍情况", [["指标名称", "类别"], ["指标名称", "其中"], ["计量单位"], ["合计"], ["其中：危房"]],
    [
        ["总计", "", "平方米", NotOurs, NotOurs],
        ["教学及辅助用房", "计", "平方米", school.Premises["teaching_area"], NotOurs],
        // The gym stood beside the classrooms; since 2021 it is one of the rooms in common use.
        .. school.Year < Years.NewForm
            ? [["", "教室", "平方米", NotOurs, NotOurs], (IReadOnlyList<string>)["", "体育馆", "平方米", school.Premises["gym_area"], NotOurs]]
            : new IReadOnlyList<string>[] { ["公共教学用房", "计", "平方米", NotOurs, NotOurs], ["", "室内体育用房", "平方米", school.Premises["gym_area"], NotOurs] },
    ]);

    SchoolForm Grounds => new(numbers.Grounds, "占地面积及其他办学条件", [["指标名称"], ["计量单位"], ["数量"]],
    [
        ["占地面积", "平方米", NotOurs],
        ["其中：运动场地面积", "平方米", school.Premises["sports_ground_area"]],
        ["网络多媒体教室", "间", school.Premises["multimedia_rooms"]],
        ["固定资产总值", "万元", NotOurs],
        ["教学仪器设备资产值", "万元", school.Equipment],
    ]);

    static IEnumerable<SchoolForm> OfStage(string stage, IReadOnlyDictionary<string, string> filed, StageForms numbers)
    {
        var name = StageNames[stage];
        yield return new(numbers.Classes, $"{name}班数", [["年级"], ["班数"]], [["总计", filed["classes"]]]);
        yield return new(numbers.Pupils, $"{name}学生数", [["年级"], ["招生数"], ["在校生数", "合计"], ["在校生数", "其中：女"]], [["总计", NotOurs, filed["pupils"], NotOurs]]);
        yield return new(numbers.Teachers, $"{name}分课程专任教师学历情况", [["指标名称"], ["合计"], ["按课程分", "体育与健康"], ["按课程分", "艺术", "音乐"], ["按课程分", "艺术", "美术"]],
        [
            ["总计", filed["teachers"], filed["teachers_pe"], filed["teachers_music"], filed["teachers_art"]],
            ["博士研究生毕业", filed["teachers_doctor"], NotOurs, NotOurs, NotOurs],
            ["硕士研究生毕业", filed["teachers_master"], NotOurs, NotOurs, NotOurs],
            ["本科毕业", filed["teachers_bachelor"], NotOurs, NotOurs, NotOurs],
            ["专科毕业", filed["teachers_college"], NotOurs, NotOurs, NotOurs],
        ]);
    }
}
