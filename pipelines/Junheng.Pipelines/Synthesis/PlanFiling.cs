using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>What the city reports on its plan: progress of tasks, and the measures of each school that lags.</summary>
static class PlanFiling
{
    static readonly string[] ProgressHeaders = ["年度", "任务编号", "县区代码", "报告日期", "累计完成量", "佐证", "填报人", "是否销号"];

    static readonly string[] MeasureHeaders =
    [
        "年度", "学校标识码", "学段", "指标", "措施", "类别", "数量", "资金（万元）", "资金来源", "责任单位", "责任人", "开始日期", "完成期限", "佐证", "是否销号", "销号日期",
    ];

    // The plan was issued in November 2022; reports begin the year after.
    const int FirstReport = 2023;

    /// <summary>Tasks of the city with what was done by the end of 2023 and of 2024, in permille of the quantity.</summary>
    static readonly (string Task, int Quantity, int Early, int Late)[] Quantities =
        [("3-04", 100, 260, 520), ("3-05", 1000, 300, 610), ("3-06", 50, 140, 300), ("5-01", 120, 250, 480), ("5-02", 20, 300, 650)];

    static readonly string[] YearlyOfCity = ["2-03", "3-01", "3-02", "3-03", "5-03"];

    static readonly (string Task, int Times)[] YearlyOfCounties = [("1-02", 0), ("4-01", 2), ("4-02", 1), ("4-03", 1)];

    public static IEnumerable<FiledTable> Tables(IReadOnlyList<County> counties, ulong seed) =>
    [
        new("task_progress", null, "task-progress", Progress(counties, seed)),
        new("school_plan", null, "school-plans", Measures(counties, seed)),
    ];

    static Sheet Progress(IReadOnlyList<County> counties, ulong seed)
    {
        var sheet = new Sheet("示例数据（synthetic）：示例市计划任务进展，全部为虚构，不得引用", ProgressHeaders, ProgressHeaders.Length);
        for (var year = FirstReport; year <= Years.Last; year++)
        {
            var draw = Draw.For(seed, "task-progress", year);
            foreach (var (task, quantity, early, late) in Quantities)
                sheet.Add(Report(year, task, "", Day(year, 12, draw), quantity * ((year == FirstReport ? early : late) + draw.Bell(40)) / 1000, draw, closed: false));
            // Hiring of the last year is not reported as finished; everything else the city does is.
            foreach (var task in YearlyOfCity.Where(task => year < Years.Last || task is not "3-03"))
                sheet.Add(Report(year, task, "", Day(year, 12, draw), task == "2-03" ? 20 : 1, draw, closed: true));
            foreach (var county in counties)
                AddCounty(sheet, county.Story.Code, year, Draw.For(seed, "task-progress/" + county.Story.Code, year));
        }

        return sheet;
    }

    static void AddCounty(Sheet sheet, string county, int year, Draw draw)
    {
        if (year == FirstReport && draw.Chance(900)) sheet.Add(Report(year, "1-01", county, Day(year, 6, draw), null, draw, closed: true));
        foreach (var (task, times) in YearlyOfCounties)
        {
            // A county that reports nothing and one that falls short are two things.
            if (draw.Chance(120)) continue;
            var done = times > 0 && draw.Chance(150) ? times - 1 : times;
            sheet.Add(Report(year, task, county, Day(year, task == "1-02" ? 3 : 12, draw), times > 0 ? done : null, draw, closed: done == times));
        }
    }

    static string[] Report(int year, string task, string county, string day, int? done, Draw draw, bool closed) =>
    [
        Text(year), task, county, day, done is { } number ? Text(number) : "", closed ? Paper(year, draw) : "", county.Length > 0 ? "县督导室" : "市教育体育局", closed ? "是" : "否",
    ];

    static Sheet Measures(IReadOnlyList<County> counties, ulong seed)
    {
        var sheet = new Sheet("示例数据（synthetic）：示例市一校一案，全部为虚构，不得引用", MeasureHeaders, MeasureHeaders.Length);
        foreach (var school in counties.SelectMany(county => county.Schools.Where(school => school.Lagging is not null && school.Stages.Count == 1).Take(3)))
            sheet.Add(MeasureOf(school, Draw.For(seed, "school-plan/" + school.Code)));
        return sheet;
    }

    static string[] MeasureOf(School school, Draw draw)
    {
        var closed = draw.Chance(250);
        var (indicator, measure, kind, amount, cost) = school.Lagging switch
        {
            Quantity.PeAndArts => ("03", "招聘体育艺术教师", "招聘", draw.Between(1, 3), 0),
            Quantity.Backbone => ("02", "骨干教师交流任教", "调配", draw.Between(1, 4), 0),
            Quantity.TeachingArea => ("04", "改建教学辅助用房", "改造", draw.Between(120, 600), draw.Between(30, 160)),
            Quantity.SportsArea => ("05", "新建运动场地", "新建", draw.Between(500, 2600), draw.Between(40, 220)),
            Quantity.Equipment => ("06", "购置教学仪器设备", "购置", draw.Between(40000, 300000), draw.Between(4, 30)),
            Quantity.MultimediaRooms => ("07", "建设网络多媒体教室", "改造", draw.Between(1, 6), draw.Between(8, 48)),
            _ => ("01", "招聘高学历教师", "招聘", draw.Between(1, 5), 0),
        };
        return
        [
            Text(Years.Last), school.Code, YearBook.Text(school.Stages[0].Stage), indicator, measure, kind, Text(amount), cost > 0 ? Text(cost) : "",
            cost > 0 ? "县级财政" : "", "县教育局", "校长", "2024-03-01", draw.Chance(500) ? "2024-12-31" : "2025-08-31",
            closed ? Paper(Years.Last, draw) : "", closed ? "是" : "否", closed ? "2024-12-10" : "",
        ];
    }

    static string Day(int year, int month, Draw draw) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{draw.Between(2, 28):00}");

    static string Paper(int year, Draw draw) => string.Create(CultureInfo.InvariantCulture, $"示例佐证〔{year}〕{draw.Between(1, 199)}号");

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
