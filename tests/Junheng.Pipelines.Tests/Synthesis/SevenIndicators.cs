namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>
/// Indicators 1 to 7 as the method page has them (§2, §3), in plain decimals and with nothing of the product:
/// what a reader with a pocket calculator would do.
/// </summary>
static class SevenIndicators
{
    public static readonly string[] Stages = ["小学", "初中"];

    static readonly decimal[] PrimaryStandard = [4.2m, 1m, 0.9m, 4.5m, 7.5m, 2000m, 2.3m];
    static readonly decimal[] JuniorStandard = [5.3m, 1m, 0.9m, 5.8m, 10.2m, 2500m, 2.4m];

    public static decimal[] Standard(string stage) => stage is "小学" ? PrimaryStandard : JuniorStandard;

    /// <summary>Whether the school counts in this stage: a teaching point under 50 pupils does not.</summary>
    public static bool InScope(SampleSchool school, string stage) =>
        Teaches(school.Kind, stage) && !(school.Kind is "教学点" && school.InStage(stage, "在校生数") < 50);

    /// <summary>The seven values; null where an input is missing.</summary>
    public static decimal?[] Of(SampleSchool school, string stage)
    {
        var pupils = school.InStage(stage, "在校生数");
        var share = Weight(school.Kind, stage) / WeightedPupils(school);
        var above = school.InStage(stage, "本科学历教师数") + school.InStage(stage, "硕士学历教师数") + school.InStage(stage, "博士学历教师数");
        if (stage is "小学")
            above += school.InStage(stage, "专科学历教师数");
        var subjects = school.InStage(stage, "体育专任教师数") + school.InStage(stage, "音乐专任教师数") + school.InStage(stage, "美术专任教师数");
        return
        [
            100 * above / pupils,
            100 * school.InStage(stage, "县级以上骨干教师数") / pupils,
            100 * subjects / pupils,
            (school.OfPremises("教学及辅助用房面积") - school.Gym) * share,
            (school.OfPremises("运动场地面积") + school.Gym) * share,
            10000 * school.OfPremises("教学仪器设备值（万元）") * share,
            100 * school.OfPremises("网络多媒体教室数") * share,
        ];
    }

    /// <summary>Six of seven, and the other at 85 % or more; null where a missing value leaves it open.</summary>
    public static bool? Passes(SampleSchool school, string stage)
    {
        var ratios = Of(school, stage).Zip(Standard(stage), (value, standard) => value / standard).ToList();
        // A value divided and multiplied again may end a hair under its standard.
        var below = ratios.Count(ratio => ratio < 0.85m - 1e-20m);
        var near = ratios.Count(ratio => ratio < 1 - 1e-20m) - below;
        return below >= 1 || near >= 2 ? false : ratios.Contains(null) ? null : true;
    }

    static decimal? WeightedPupils(SampleSchool school)
    {
        decimal? sum = 0;
        foreach (var stage in new[] { "小学", "初中", "高中" }.Where(stage => Teaches(school.Kind, stage)))
            sum += Weight(school.Kind, stage) * school.InStage(stage, "在校生数");
        return sum;
    }

    static bool Teaches(string kind, string stage) => stage switch
    {
        "小学" => kind is "小学" or "教学点" or "九年一贯制学校" or "十二年一贯制学校",
        "初中" => kind is "初级中学" or "九年一贯制学校" or "完全中学" or "十二年一贯制学校",
        _ => kind is "完全中学" or "十二年一贯制学校",
    };

    static decimal Weight(string kind, string stage) => (kind, stage) switch
    {
        ("九年一贯制学校" or "十二年一贯制学校", "初中") => 1.1m,
        ("十二年一贯制学校", "高中") => 1.32m,
        ("完全中学", "高中") => 1.2m,
        _ => 1m,
    };
}
