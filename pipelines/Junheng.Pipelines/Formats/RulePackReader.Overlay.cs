using System.Globalization;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Formats;

/// <summary>A pack that <c>extends</c> another: it states its differences, each with the words it rests on, and all else is its base's.</summary>
public sealed partial class RulePackReader
{
    const int MostNamed = 5;

    static readonly string[] Roles = ["lead", "with", "listed"];

    /// <returns>The base as the overlay changes it, or null with findings.</returns>
    public static RulePack? ReadOverlay(YamlMap root, RulePack basis, FieldCatalog catalog, FindingList findings)
    {
        var before = findings.Errors;
        var pack = new RulePackReader(root, catalog).Overlay(basis);
        return findings.Errors == before ? pack : null;
    }

    RulePack Overlay(RulePack basis)
    {
        root.Text("extends");
        var settings = root.Maps("changes").SelectMany(map => SettingsOf(map, basis, confirms: false))
            .Concat(root.Maps("confirms").SelectMany(map => SettingsOf(map, basis, confirms: true))).ToList();
        foreach (var twice in settings.GroupBy(setting => (setting.Change.Rule, setting.Change.Stage)).SelectMany(group => group.Skip(1)))
            twice.Map.Report("PACK-CHANGE-TWICE", twice.Key, $"{twice.Change.Indicator} {twice.Change.Part} {twice.Change.What} {twice.Change.Stage}".Trim());
        var named = basis with
        {
            Id = root.Text("id") ?? "",
            Extends = basis.Id,
            Title = root.Words("title"),
            Official = root.Choice("kind", "official", "study") == "official",
            Note = root.Words("note"),
            Source = root.Text("source") ?? "",
            ValidFrom = root.WholeOrNull("valid_from") ?? basis.ValidFrom,
            ValidTo = root.WholeOrNull("valid_to") ?? basis.ValidTo,
            Parameters = [.. basis.Parameters, .. NewParameters(basis)],
        };
        var changed = settings.Aggregate(named, (pack, setting) => setting.Apply(pack, setting.Change.Citation));
        changed = changed with { Exceptions = ExceptionsOutside(basis.Exceptions, settings.ConvertAll(setting => setting.Change)) };
        changed = Added(changed with { Changes = [.. basis.Changes, .. settings.Select(setting => setting.Change)] }, basis.Id);
        changed = changed with { Departments = [.. basis.Departments, .. DepartmentsOf(changed)] };
        if (changed.Changes.Count == basis.Changes.Count && changed.Departments.Count == basis.Departments.Count)
            root.Report("YAML-MISSING-KEY", "changes", "", ("key", "changes"));
        root.Done();
        return changed;
    }

    List<Parameter> NewParameters(RulePack basis)
    {
        var added = Parameters();
        foreach (var there in added.Where(one => basis.Parameters.Any(other => other.Name == one.Name)))
            root.Report("PACK-PARAMETER-TWICE", "parameters", there.Name, ("base", basis.Id));
        return added;
    }

    // An item of its own, or with `part_of` one more part of an item there is.
    RulePack Added(RulePack pack, string basis)
    {
        foreach (var map in root.Maps("adds"))
        {
            var note = map.Has("note") ? map.Words("note") : new Bilingual("", "");
            pack = map.Has("part_of") ? WithPart(pack, basis, map, note)
                : map.TextOr("level", "") == SchoolStage ? WithSchoolIndicator(pack, basis, map, note)
                : WithCountyIndicator(pack, basis, map, note);
        }

        return pack;
    }

    RulePack WithPart(RulePack pack, string basis, YamlMap map, Bilingual note)
    {
        var id = map.Text("part_of") ?? "";
        var part = PartOf(map, map.Text("id") ?? "", map.Words("name"), [.. pack.Parameters], [.. pack.SchoolTypes]);
        map.Done();
        if (pack.CountyIndicators.FirstOrDefault(one => one.Id == id) is not { } indicator || indicator.Parts[0].Id.Length == 0)
        {
            map.Report("PACK-UNKNOWN-INDICATOR", "part_of", id, ("known", string.Join(", ", pack.CountyIndicators.Where(one => one.Parts[0].Id.Length > 0).Select(one => one.Id))));
            return pack;
        }

        if (indicator.Parts.Any(one => one.Id == part.Id)) map.Report("PACK-PART-TWICE", "id", $"{id} {part.Id}");
        return pack with
        {
            CountyIndicators = Replaced(pack.CountyIndicators, indicator, indicator with { Parts = [.. indicator.Parts, part] }),
            Changes = [.. pack.Changes, .. ChangesOf(part, id, "part", basis, note)],
        };
    }

    RulePack WithCountyIndicator(RulePack pack, string basis, YamlMap map, Bilingual note)
    {
        var indicator = CountyIndicatorOf(map, NextPosition(pack), [.. pack.Scopes], [.. pack.Parameters], [.. pack.SchoolTypes]);
        ReportTwice(pack, map, indicator.Id);
        return pack with
        {
            CountyIndicators = [.. pack.CountyIndicators, indicator],
            Changes = [.. pack.Changes, .. indicator.Parts.SelectMany(part => ChangesOf(part, indicator.Id, "indicator", basis, note))],
        };
    }

    RulePack WithSchoolIndicator(RulePack pack, string basis, YamlMap map, Bilingual note)
    {
        var indicator = IndicatorOf(map, NextPosition(pack), (new Dictionary<string, decimal>(StringComparer.Ordinal), null, null), [.. pack.Scopes]);
        ReportTwice(pack, map, indicator.Id);
        var changes = indicator.Numerator.Keys.Select(stage =>
            new RuleChange(basis, "added", indicator.Id, "", stage, "indicator", null, Text(indicator.Thresholds, stage), note, indicator.Citation));
        return pack with { Indicators = [.. pack.Indicators, indicator], Changes = [.. pack.Changes, .. changes] };
    }

    static int NextPosition(RulePack pack) =>
        1 + Math.Max(pack.Indicators.Select(one => one.SortOrder).DefaultIfEmpty().Max(), pack.CountyIndicators.Select(one => one.SortOrder).DefaultIfEmpty().Max());

    static void ReportTwice(RulePack pack, YamlMap map, string id)
    {
        if (IdsOf(pack).Contains(id, StringComparer.Ordinal)) map.Report("PACK-INDICATOR-TWICE", "id", id);
    }

    static IEnumerable<RuleChange> ChangesOf(IndicatorPart part, string indicator, string what, string basis, Bilingual note) => part.Stages.Select(stage =>
        new RuleChange(basis, "added", indicator, part.Id, stage, what, null, part.Thresholds.TryGetValue(stage, out var threshold) ? Text(threshold) : part.Need, note, part.Citation));

    List<ResponsibleDepartment> DepartmentsOf(RulePack pack)
    {
        var found = new List<ResponsibleDepartment>();
        foreach (var map in root.Maps("departments"))
        {
            var named = Roles.SelectMany(role => map.Texts(role).Select(name => (name, role))).ToList();
            if (named.Count == 0) map.Report("YAML-MISSING-KEY", "listed", "", ("key", "listed"));
            var citation = QuotationOf(map);
            foreach (var indicator in map.Texts("indicators"))
            {
                KnownIndicator(pack, map, "indicators", indicator);
                foreach (var (name, role) in named)
                {
                    if (found.Exists(one => one.Indicator == indicator && one.Name == name)) map.Report("PACK-CHANGE-TWICE", "indicators", $"{indicator} {name}");
                    found.Add(new ResponsibleDepartment(indicator, 1 + found.Count(one => one.Indicator == indicator), name, role, citation));
                }
            }

            map.Done();
        }

        return found;
    }

    static IEnumerable<string> IdsOf(RulePack pack) => pack.Indicators.Select(one => one.Id).Concat(pack.CountyIndicators.Select(one => one.Id));

    static bool KnownIndicator(RulePack pack, YamlMap map, string key, string id)
    {
        if (IdsOf(pack).Contains(id, StringComparer.Ordinal)) return true;
        map.Report("PACK-UNKNOWN-INDICATOR", key, id, ("known", string.Join(", ", Nearest.First(id, IdsOf(pack)).Take(MostNamed))));
        return false;
    }

    /// <summary>What a local document says must be shown in its words.</summary>
    static Citation QuotationOf(YamlMap map)
    {
        if (map.Has("clause")) return CitationOf(map);
        map.Report("PACK-NO-QUOTATION", "clause");
        map.TextOr("source", "");
        map.TextOr("certainty", "");
        return new Citation("", "", "");
    }

    static List<T> Replaced<T>(IEnumerable<T> all, T old, T changed)
        where T : class => all.Select(one => ReferenceEquals(one, old) ? changed : one).ToList();

    static string Text(Threshold threshold) => threshold.Parameter is { } name ? "$" + name : Text(threshold.Number);

    static string Text(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? Unknown;

    static string? Text(IReadOnlyDictionary<string, decimal?> thresholds, string stage) => thresholds.TryGetValue(stage, out var threshold) ? Text(threshold) : null;
}
