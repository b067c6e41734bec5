using System.Globalization;
using Junheng.Models;
using Junheng.Models.Plans;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Formats;

/// <summary>The lines of a plan: phases, milestones, duties with their tasks, clauses.</summary>
public sealed partial class PlanReader
{
    static readonly string[] Comparisons = ["exactly", "at_least", "at_most", "below"];

    Phase PhaseOf(YamlMap map)
    {
        var phase = new Phase(
            IdOf(map, "phase"),
            NameOf(map),
            map.Has("from") ? DayOf(map, "from") : null,
            map.Has("to") ? DayOf(map, "to") : null,
            Quotes(map));
        phases.Add(phase.Id);
        if (phase is { From: { } from, To: { } to } && to.Last < from.First)
            map.Report("PLAN-DATES-CROSS", "to", Text(to.Last), ("earlier", Text(from.First)));
        map.Done();
        return phase;
    }

    Milestone MilestoneOf(YamlMap map)
    {
        var milestone = new Milestone(IdOf(map, "milestone"), NameOf(map), DayOf(map, "by") ?? default, Share(map, "share") ?? 0, Quotes(map));
        map.Done();
        return milestone;
    }

    Clause ClauseOf(YamlMap map)
    {
        var clause = new Clause(
            IdOf(map, "clause"),
            map.Choice("kind", [.. Clause.Kinds]) ?? "",
            NameOf(map),
            map.Has("share") ? Share(map, "share") : null,
            map.WholeOrNull("years"),
            map.ChoiceOr("by", "county", "county", "school"),
            map.Flag("published", false),
            Quotes(map));
        map.Done();
        return clause;
    }

    Duty DutyOf(YamlMap map, string level)
    {
        var responsible = new[] { Responsible.Lead, Responsible.With, Responsible.Listed }
            .SelectMany(role => map.Texts(role).Select(name => new Responsible(Known(map, role, name), role))).ToList();
        var duty = new Duty(
            IdOf(map, "duty"),
            map.Text("section") ?? "",
            NameOf(map),
            TextOrNull(map, "indicator"),
            responsible,
            map.Maps("tasks").Select(task => TaskOf(task, level)).ToList(),
            responsible.Count > 0 ? Quotes(map) : map.Texts("quote"));
        foreach (var twice in responsible.GroupBy(one => one.Department).Where(group => group.Count() > 1))
            map.Report("PLAN-ID-TWICE", Responsible.Listed, twice.Key);
        if (duty.Tasks.Count == 0) map.Report("YAML-MISSING-KEY", "tasks", "", ("key", "tasks"));
        map.Done();
        return duty;
    }

    PlanTask TaskOf(YamlMap map, string level)
    {
        var quantity = DecimalOrNull(map, "quantity");
        var unit = quantity is null ? null : map.Words("unit");
        var phase = TextOrNull(map, "phase");
        if (phase is not null && !phases.Contains(phase))
            map.Report("YAML-BAD-VALUE", "phase", phase, ("wanted", string.Join(", ", phases)));
        var task = new PlanTask(
            IdOf(map, "task"),
            NameOf(map),
            map.ChoiceOr("by", level, "city", "county", "school"),
            phase,
            quantity,
            quantity is null ? null : map.ChoiceOr("comparison", "exactly", Comparisons),
            unit,
            map.Texts("place"),
            map.WholeOrNull("period_years"),
            DueOf(map),
            Quotes(map));
        map.Done();
        return task;
    }

    static Due? DueOf(YamlMap task)
    {
        if (task.MapOrNull("due") is not { } map) return null;
        var every = map.ChoiceOr("every", Due.Once, Due.Once, Due.Year, Due.TargetYear);
        var on = every == Due.Once ? DayOf(map, "by") : null;
        var (month, day) = every == Due.Once || !map.Has("by") ? (null, null) : MonthDayOf(map);
        map.Done();
        return new Due(every, on, month, day);
    }

    // «09-30» is a day of the year, «08» a whole month.
    static (int? Month, int? Day) MonthDayOf(YamlMap map)
    {
        var text = map.Text("by") ?? "";
        if (DateOnly.TryParseExact("2023-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day.Month, day.Day);
        if (DateOnly.TryParseExact("2023-" + text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return (month.Month, null);
        map.Report("YAML-BAD-VALUE", "by", text, ("wanted", "09-30, 08"));
        return (null, null);
    }

    static decimal? Share(YamlMap map, string key)
    {
        map.Text(key);
        var share = DecimalOrNull(map, key);
        if (share is > 1) map.Report("YAML-BAD-VALUE", key, map.TextOr(key, ""), ("wanted", "0 … 1"));
        return share;
    }

    string Known(YamlMap map, string role, string name)
    {
        if (!departments.Contains(name))
            map.Report("YAML-BAD-VALUE", role, name, ("wanted", string.Join(", ", Nearest.First(name, departments))));
        return name;
    }

    static Bilingual NameOf(YamlMap map) => new(map.Text("zh") ?? "", map.Text("en") ?? "");
}
