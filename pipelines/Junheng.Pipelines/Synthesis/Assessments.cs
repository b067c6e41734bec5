using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>Judgements, monitoring, surveys and vetoes: what others say of a county and its schools.</summary>
static class Assessments
{
    public static readonly string[] JudgementHeaders = ["单位代码", "指标", "分项", "评判层级", "评判日期", "结论", "佐证"];

    public static readonly string[] MonitoringHeaders = ["县区代码", "学段", "科目", "学业水平等级", "校际差异率"];

    public static readonly string[] SurveyHeaders = ["县区代码", "调查层级", "调查对象", "有效问卷数", "满意问卷数"];

    public static readonly string[] VetoHeaders = ["县区代码", "事项", "结论", "认定日期", "佐证"];

    static readonly (string Indicator, string Part)[] OfCounties =
        [("08", ""), ("09", "a"), ("09", "b"), ("09", "c"), ("09", "d"), ("15", "b"), ("17", ""), ("21", "b"), ("22", "a")];

    static readonly string[] OfSchools = ["25", "27", "28", "29", "30"];

    static readonly string[][] Subjects = [["语文", "艺术"], ["数学", "体育"], ["科学", "德育"]];

    static readonly string[] Vetoes = ["以考试方式招生", "违规择校", "重点校", "重点班", "有编不补", "重大事故或弄虚作假", "校外培训和课外负担治理不力"];

    public static IEnumerable<string[]> Judgements(Duties duties)
    {
        foreach (var (indicator, part) in OfCounties)
        {
            var draw = duties.For($"judgement/{indicator}{part}");
            var lapse = duties.LapseIn(indicator + part);
            if (lapse == Manner.Blank)
                continue;

            // The county thinks well of itself; whoever stands above it decides.
            yield return [duties.Story.Code, indicator, part, "自评", Date(duties, draw, lapse), "是", lapse == Manner.Claimed ? "" : Paper(duties, draw)];
            if (lapse == Manner.Fails || draw.Chance(350))
                yield return [duties.Story.Code, indicator, part, draw.Chance(300) ? "省" : "市", Date(duties, draw, lapse), lapse == Manner.Fails ? "否" : "是", Paper(duties, draw)];
        }

        foreach (var school in duties.Filing)
        {
            foreach (var indicator in OfSchools)
            {
                var draw = duties.For($"judgement/{school.Code}/{indicator}");
                var lapse = duties.IsLapsing(school, indicator, _ => true) ? duties.LapseIn(indicator) : null;
                yield return [school.Code, indicator, "", draw.Chance(150) ? "市" : "自评", Date(duties, draw, lapse), ResultOf(indicator, lapse, draw), lapse == Manner.Claimed ? "" : Paper(duties, draw)];
            }
        }
    }

    public static IEnumerable<string[]> Monitoring(Duties duties)
    {
        var draw = duties.For("monitoring");
        foreach (var stage in new[] { Stage.Primary, Stage.Junior }.Where(stage => duties.Filing.Any(school => school.At(stage) is not null)))
        {
            foreach (var (subject, position) in Subjects[duties.Year % 3].Select((subject, index) => (subject, index)))
            {
                var rate = draw.Between(60, 148);
                var level = draw.Chance(300) ? 4 : 3;
                if (duties.LapseIn("31") == Manner.Blank && stage == Stage.Junior)
                    continue;
                // 低于0.15 does not include 0.15.
                if (duties.Fails("31") && position == 0)
                    (rate, level) = stage == Stage.Primary ? (150, level) : (rate, 2);
                yield return [duties.Story.Code, YearBook.Text(stage), subject, Sheet.Cell(level), (rate / 1000m).ToString("0.000", CultureInfo.InvariantCulture)];
            }
        }
    }

    public static IEnumerable<string[]> Surveys(Duties duties)
    {
        var draw = duties.For("survey");
        var lapse = duties.LapseIn("32");
        if (lapse == Manner.Blank)
            yield break;

        yield return Survey("自评", "合计", draw.Between(1500, 3000), draw.Between(930, 980));
        if (lapse == Manner.Claimed)
            yield break;

        var permille = lapse == Manner.Fails ? draw.Between(800, 846) : draw.Between(860, 930);
        var asked = draw.Between(2400, 5200);
        yield return Survey("国家", "合计", asked, permille);
        yield return Survey("国家", "家长", asked * 56 / 100, permille + draw.Between(-12, 12));

        string[] Survey(string assessor, string respondents, int valid, int satisfied) =>
            [duties.Story.Code, assessor, respondents, Sheet.Cell(valid), Sheet.Cell(((valid * satisfied) + 999) / 1000)];
    }

    public static IEnumerable<string[]> VetoRows(Duties duties)
    {
        foreach (var (veto, position) in Vetoes.Select((veto, index) => (veto, index)))
        {
            var draw = duties.For($"veto/{veto}");
            var lapse = position == 3 ? duties.LapseIn("veto") : null;
            if (lapse != Manner.Blank)
                yield return [duties.Story.Code, veto, lapse == Manner.Fails ? "发现" : "未发现", Date(duties, draw, lapse), lapse == Manner.Claimed ? "" : Paper(duties, draw)];
        }
    }

    static string ResultOf(string indicator, Manner? lapse, Draw draw) => (indicator, lapse) switch
    {
        ("28", Manner.WrongKind) => "是",
        ("28", Manner.Fails) => "中",
        ("28", _) => draw.Chance(400) ? "优" : "良",
        (_, Manner.Fails) => "否",
        _ => "是",
    };

    static string Date(Duties duties, Draw draw, Manner? lapse) =>
        new DateOnly(duties.Year - (lapse == Manner.Old ? 1 : 0), draw.Between(9, 12), draw.Between(1, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Paper(Duties duties, Draw draw) =>
        string.Create(CultureInfo.InvariantCulture, $"示例〔{duties.Year}〕{draw.Between(1, 99)}号");
}
