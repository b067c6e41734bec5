namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The numbers that the forms of the yearly statistics go by: one series until 2020, another since, whose sheets also say the type of school.</summary>
/// <param name="ByStage">The forms of one stage.</param>
sealed record FormNumbers(string Identity, string Backbone, IReadOnlyDictionary<string, StageForms> ByStage, string Rooms, string Grounds)
{
    static readonly FormNumbers Until2020 = new("基础基111", "基础基112", Stages(new("基础基212", "基础基312", "基础基423"), new("基础基213", "基础基313", "基础基424")), "基础基512", "基础基522");

    static readonly FormNumbers Since2021 = new("教基1001", "教基1102续", Stages(new("教基2106", "教基3112", "教基4155"), new("教基2107", "教基3115", "教基4156")), "教基5170", "教基5176");

    public static FormNumbers Of(int year) => year < Years.NewForm ? Until2020 : Since2021;

    static Dictionary<string, StageForms> Stages(StageForms primary, StageForms junior) => new(StringComparer.Ordinal) { ["primary"] = primary, ["junior"] = junior };
}

sealed record StageForms(string Classes, string Pupils, string Teachers);
