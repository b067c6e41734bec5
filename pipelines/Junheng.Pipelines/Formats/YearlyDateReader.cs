using Junheng.Models;
using Junheng.Models.Calendar;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads <c>models/calendar/yearly.yaml</c>.</summary>
public static class YearlyDateReader
{
    public static IReadOnlyList<YearlyDate> Read(string path, FindingList findings)
    {
        if (YamlFile.Open(path, Path.GetFileName(path), findings)?.Map("dates") is not { } dates) return [];
        return dates.Keys.Select(id => dates.Map(id) is { } map ? DateOf(id, map) : null).OfType<YearlyDate>().ToList();
    }

    static YearlyDate? DateOf(string id, YamlMap map)
    {
        var (month, day, name) = (map.Whole("month") ?? 1, map.Whole("day") ?? 1, map.Words("name"));
        var source = map.Text("source") ?? "";
        map.Done();
        if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2023, month)) return new YearlyDate(id, month, day, name, source);
        map.Report("YAML-BAD-VALUE", "day", "", ("wanted", "month, day"));
        return null;
    }
}
