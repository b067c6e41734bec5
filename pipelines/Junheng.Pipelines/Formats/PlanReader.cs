using System.Globalization;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Models.Plans;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads a plan (<c>models/plans/*.yaml</c>): its head, the counties it is for and what it holds besides its lines.</summary>
public sealed partial class PlanReader
{
    static readonly string[] Strengths = ["must", "strive"];

    readonly YamlMap root;
    readonly HashSet<string> phases = new(StringComparer.Ordinal);
    readonly HashSet<string> departments = new(StringComparer.Ordinal);
    readonly HashSet<string> ids = new(StringComparer.Ordinal);

    PlanReader(YamlMap root) => this.root = root;

    /// <returns>The plan, or null with findings.</returns>
    public static Plan? Read(string path, string name, FindingList findings)
    {
        var before = findings.Errors;
        if (YamlFile.Open(path, name, findings) is not { } root) return null;
        var plan = new PlanReader(root).Plan();
        return findings.Errors == before ? plan : null;
    }

    Plan Plan()
    {
        var level = root.Choice("level", "city", "county") ?? "";
        var plan = new Plan(
            root.Text("id") ?? "",
            root.Words("title"),
            root.Words("issuer"),
            level,
            root.Flag("synthetic", false),
            TextOrNull(root, "document_number"),
            root.Has("issued_on") ? DayOf(root, "issued_on")?.First : Skip(root, "issued_on"),
            root.Words("note"),
            root.Text("source") ?? "",
            TextOrNull(root, "replaces"),
            DepartmentsOf(),
            root.Maps("counties").Select(CountyOf).ToList(),
            root.Maps("phases").Select(PhaseOf).ToList(),
            root.Maps("milestones").Select(MilestoneOf).ToList(),
            root.Maps("duties").Select(map => DutyOf(map, level)).ToList(),
            root.Maps("clauses").Select(ClauseOf).ToList(),
            root.Texts("headings"),
            root.Maps("besides").Select(PassageOf).ToList());
        if (plan.Counties.Count == 0) root.Report("YAML-MISSING-KEY", "counties", "", ("key", "counties"));
        root.Done();
        return plan;
    }

    List<Department> DepartmentsOf() => root.Maps("departments").Select(map =>
    {
        var name = map.Text("name") ?? "";
        if (!departments.Add(name)) map.Report("PLAN-ID-TWICE", "name", name);
        var department = new Department(name, map.Text("en") ?? "", map.TextOr("short", name));
        map.Done();
        return department;
    }).ToList();

    PlanCounty CountyOf(YamlMap map)
    {
        var host = TextOrNull(map, "host_county");
        var code = map.Text(host is null ? "code" : "unit_code") ?? "";
        if (!ids.Add("county " + code)) map.Report("PLAN-ID-TWICE", host is null ? "code" : "unit_code", code);
        var county = new PlanCounty(code, map.Words("name"), host, TargetOf(map, "standard"), TargetOf(map, "recognition"), Quotes(map));
        if (county is { Standard.By: { } standard, Recognition.By: { } recognition } && recognition.Last < standard.Last)
            map.Report("PLAN-DATES-CROSS", "recognition", Text(recognition.Last), ("earlier", Text(standard.Last)));
        map.Done();
        return county;
    }

    static Target? TargetOf(YamlMap county, string key)
    {
        if (county.MapOrNull(key) is not { } map) return null;
        var target = new Target(
            map.Has("by") ? DayOf(map, "by") : null,
            key == "recognition" ? map.Choice("level", "provincial", "national") : null,
            map.Choice("strength", Strengths) ?? "",
            Quotes(map));
        map.Done();
        return target;
    }

    static Passage PassageOf(YamlMap map)
    {
        var from = map.Text("from") ?? "";
        var passage = new Passage(new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? ""), from, map.TextOr("to", from));
        map.Done();
        return passage;
    }

    static PlanDay? DayOf(YamlMap map, string key)
    {
        if (map.Text(key) is not { } text) return null;
        if (PlanDay.Parse(text) is { } day) return day;
        map.Report("YAML-BAD-VALUE", key, text, ("wanted", "2023, 2023-12, 2023-12-31"));
        return null;
    }

    /// <summary>One quotation or several, each word for word; a line without any is a finding.</summary>
    static IReadOnlyList<string> Quotes(YamlMap map)
    {
        var quotes = map.Texts("quote");
        if (quotes.Count == 0) map.Report("YAML-MISSING-KEY", "quote", "", ("key", "quote"));
        return quotes;
    }

    string IdOf(YamlMap map, string kind)
    {
        var id = map.Text("id") ?? "";
        if (id.Length > 0 && !ids.Add($"{kind} {id}")) map.Report("PLAN-ID-TWICE", "id", id);
        return id;
    }

    static string? TextOrNull(YamlMap map, string key)
    {
        var text = map.TextOr(key, "");
        return text.Length > 0 ? text : null;
    }

    static DateOnly? Skip(YamlMap map, string key)
    {
        map.TextOr(key, "");
        return null;
    }

    static decimal? DecimalOrNull(YamlMap map, string key)
    {
        if (map.NumberOrNull(key) is not { } number) return null;
        if (number.FitsScale(6) && number.Sign >= 0) return decimal.Parse(number.ToTruncatedDecimal(6), CultureInfo.InvariantCulture);
        map.Report("YAML-BAD-VALUE", key, map.TextOr(key, ""), ("wanted", "0.000001 …"));
        return null;
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
