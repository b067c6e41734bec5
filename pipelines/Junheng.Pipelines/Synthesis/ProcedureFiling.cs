using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>How far each county has come on the way to recognition; one files nothing of it.</summary>
static class ProcedureFiling
{
    static readonly string[] Headers = ["年度", "县区代码", "步骤", "日期", "文件", "结果"];

    // All were recognised as basically balanced years before the sample begins.
    static readonly (string County, int Year, string Step, string Result)[] Steps =
    [
        ("990102", 2021, "县级自评", "通过"),
        ("990102", 2022, "申报", "通过"),
        ("990102", 2023, "市级复核", "通过"),
        ("990102", 2024, "省级评估", "待定"),
        ("990103", 2024, "县级自评", "通过"),
        ("990104", 2022, "复查", "未通过"),
        ("990105", 2023, "县级自评", "未通过"),
    ];

    const string Silent = "990106";

    public static FiledTable Table(IReadOnlyList<County> counties, ulong seed)
    {
        var sheet = new Sheet("示例数据（synthetic）：示例市督导评估认定程序，全部为虚构，不得引用", Headers, Headers.Length);
        foreach (var code in counties.Select(county => county.Story.Code).Where(code => code != Silent))
            Add(code, Draw.For(seed, "procedure/" + code).Between(2013, 2017), "基本均衡认定", "通过");
        foreach (var (county, year, step, result) in Steps.Where(step => counties.Any(county => county.Story.Code == step.County)))
            Add(county, year, step, result);
        return new FiledTable("procedure", null, "procedure", sheet) { Apart = "changes" };

        void Add(string county, int year, string step, string result)
        {
            var draw = Draw.For(seed, $"procedure/{county}/{step}", year);
            var day = new DateOnly(year, draw.Between(4, 12), draw.Between(1, 28)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            sheet.Add([Sheet.Cell(year), county, step, day, string.Create(CultureInfo.InvariantCulture, $"示例〔{year}〕{draw.Between(1, 99)}号"), result]);
        }
    }
}
