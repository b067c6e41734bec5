namespace Junheng.Pipelines.Synthesis;

/// <summary>Names schools as their kind and place would have it. Each begins with 示例, so that no row looks real alone.</summary>
sealed class SchoolNames(CountyStory story, ulong seed)
{
    const string Numerals = "零一二三四五六七八九十";

    readonly Queue<string> places = PlaceNames.Of(story.Code, seed);
    readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public string Next(SchoolGroup group)
    {
        var kind = group.Kind;
        if (kind == SchoolKind.TeachingPoint)
            return Placed("教学点");
        if (kind == SchoolKind.NineYearSchool)
            return Placed("九年制学校");
        if (kind == SchoolKind.TwelveYearSchool)
            return Placed("实验学校");
        if (kind == SchoolKind.CompleteSecondarySchool)
            return Numbered("中学");

        var junior = kind == SchoolKind.JuniorSchool;
        return group.Area switch
        {
            Area.Urban => Numbered(junior ? "初级中学" : "小学"),
            Area.Town => Placed(junior ? "镇初级中学" : "镇中心小学"),
            _ => Placed(junior ? "乡初级中学" : "村小学"),
        };
    }

    public string Renamed() => Placed("中学");

    string Placed(string ending) => $"{story.Name}{places.Dequeue()}{ending}";

    string Numbered(string ending)
    {
        var number = used[ending] = used.GetValueOrDefault(ending) + 1;
        return $"{story.Name}第{InChinese(number)}{ending}";
    }

    static string InChinese(int number) => (number / 10, number % 10) switch
    {
        (0, var unit) => $"{Numerals[unit]}",
        (1, 0) => "十",
        (1, var unit) => $"十{Numerals[unit]}",
        (var ten, 0) => $"{Numerals[ten]}十",
        var (ten, unit) => $"{Numerals[ten]}十{Numerals[unit]}",
    };
}
