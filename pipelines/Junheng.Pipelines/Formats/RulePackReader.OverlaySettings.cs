using System.Globalization;
using Junheng.Models;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Formats;

/// <summary>What an overlay sets otherwise than its base (<c>changes</c>), and what it says in its own words with the same value (<c>confirms</c>).</summary>
public sealed partial class RulePackReader
{
    /// <summary>One value that an overlay sets, and how the pack takes it.</summary>
    sealed record Setting(RuleChange Change, Func<RulePack, Citation, RulePack> Apply, YamlMap Map, string Key);

    /// <summary>One value of an entry, before it is known which of the entry's words it rests on.</summary>
    sealed record Stated(string Indicator, string Part, string Stage, string What, string? BaseValue, string LocalValue, YamlMap Map, string Key, Func<RulePack, Citation, RulePack> Apply);

    static List<Setting> SettingsOf(YamlMap map, RulePack basis, bool confirms)
    {
        var said = StatedIn(map, basis).ToList();
        if (said.Count == 0 && !map.Has("indicator")) map.Report("YAML-MISSING-KEY", "indicator", "", ("key", "indicator / parameter / limits / split / school_rule"));
        var citation = QuotationOf(map);
        var note = map.Has("note") ? map.Words("note") : new Bilingual("", "");
        map.Done();
        foreach (var one in said.Where(one => one.BaseValue == one.LocalValue != confirms))
            one.Map.Report(confirms ? "PACK-CONFIRM-DIFFERS" : "PACK-CHANGE-EQUAL", one.Key, one.LocalValue, ("base", basis.Id), ("there", one.BaseValue ?? "–"));
        return said.Select(one => new Setting(
            new RuleChange(basis.Id, KindOf(one, confirms), one.Indicator, one.Part, one.Stage, one.What, one.BaseValue, one.LocalValue, note, citation), one.Apply, one.Map, one.Key)).ToList();
    }

    static string KindOf(Stated said, bool confirms) => confirms ? "confirmed" : said.LocalValue == Unknown ? Unknown : "changed";

    static IEnumerable<Stated> StatedIn(YamlMap map, RulePack basis) =>
        map.Has("indicator") ? OfIndicator(map, basis)
        : map.Has("parameter") ? OfParameter(map, basis)
        : map.Has("limits") ? OfLimits(map, basis)
        : map.Has("split") ? OfSplit(map, basis)
        : map.Has("school_rule") ? OfSchoolRule(map, basis)
        : [];

    static IEnumerable<Stated> OfIndicator(YamlMap map, RulePack basis)
    {
        var id = map.Text("indicator") ?? "";
        if (!KnownIndicator(basis, map, "indicator", id)) return Skipped(map);
        return basis.Indicators.FirstOrDefault(one => one.Id == id) is { } indicator ? OfSchools(map, indicator) : OfCounty(map, basis, basis.CountyIndicators.First(one => one.Id == id));
    }

    // Its other keys are not slips: they were not held against anything.
    static IEnumerable<Stated> Skipped(YamlMap map)
    {
        foreach (var key in new[] { "part", "threshold", "threshold_by_type" }) map.Has(key);
        return [];
    }

    static IEnumerable<Stated> OfSchools(YamlMap map, Indicator indicator) => Values(map, "threshold", [.. indicator.Thresholds.Keys], []).Select(value =>
        new Stated(indicator.Id, "", value.Name, "threshold", Text(indicator.Thresholds, value.Name), Text(value.Value.Number), value.Map, value.Name, (pack, citation) =>
        {
            var old = pack.Indicators.First(one => one.Id == indicator.Id);
            var thresholds = new Dictionary<string, decimal?>(old.Thresholds, StringComparer.Ordinal) { [value.Name] = value.Value.Number };
            return pack with { Indicators = Replaced(pack.Indicators, old, old with { Thresholds = thresholds, Citation = citation }) };
        }));

    static IEnumerable<Stated> OfCounty(YamlMap map, RulePack basis, CountyIndicator indicator)
    {
        var id = map.TextOr("part", "");
        if (indicator.Parts.FirstOrDefault(one => one.Id == id) is not { } part)
        {
            map.Report("PACK-UNKNOWN-PART", "part", id, ("indicator", indicator.Id), ("known", string.Join(", ", indicator.Parts.Select(one => one.Id))));
            return Skipped(map);
        }

        var said = Values(map, "threshold", [.. part.Thresholds.Keys], basis.Parameters).Select(value =>
                Of("threshold", value, part.Thresholds, (one, thresholds) => one with { Thresholds = thresholds }))
            .Concat(Values(map, "threshold_by_type", basis.SchoolTypes.Select(type => type.Name).ToList(), basis.Parameters).Select(value =>
                Of("threshold_by_type", value, part.ThresholdsByType, (one, thresholds) => one with { ThresholdsByType = thresholds })))
            .ToList();
        if (said.Count == 0) map.Report("YAML-MISSING-KEY", "threshold", "", ("key", "threshold"));
        return said;

        Stated Of(string what, (string Name, Threshold Value, YamlMap Map) value, IReadOnlyDictionary<string, Threshold> old, Func<IndicatorPart, IReadOnlyDictionary<string, Threshold>, IndicatorPart> with) =>
            new(indicator.Id, id, value.Name, what, old.TryGetValue(value.Name, out var there) ? Text(there) : null, Text(value.Value), value.Map, value.Name, (pack, citation) =>
            {
                var owner = pack.CountyIndicators.First(one => one.Id == indicator.Id);
                var before = owner.Parts.First(one => one.Id == id);
                var thresholds = new Dictionary<string, Threshold>(what == "threshold" ? before.Thresholds : before.ThresholdsByType, StringComparer.Ordinal) { [value.Name] = value.Value };
                var parts = Replaced(owner.Parts, before, with(before, thresholds) with { Citation = citation });
                return pack with { CountyIndicators = Replaced(pack.CountyIndicators, owner, owner with { Parts = parts }) };
            });
    }

    static IEnumerable<Stated> OfParameter(YamlMap map, RulePack basis)
    {
        var name = map.Text("parameter") ?? "";
        var value = map.Text("default") ?? "";
        if (basis.Parameters.FirstOrDefault(one => one.Name == name) is not { } parameter)
        {
            map.Report("PARAMETER-UNKNOWN", "parameter", name, ("pack", basis.Id), ("known", string.Join(", ", Nearest.First(name, basis.Parameters.Select(one => one.Name)))));
            return [];
        }

        if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(value, StringComparer.Ordinal))
            map.Report("PARAMETER-VALUE", "default", value, ("name", name), ("known", string.Join(", ", parameter.Choices)));
        return [new Stated("", "", "", "parameter." + name, parameter.Default, value, map, "default", (pack, _) =>
        {
            var old = pack.Parameters.First(one => one.Name == name);
            return pack with { Parameters = Replaced(pack.Parameters, old, old with { Default = value }) };
        })];
    }

    static IEnumerable<Stated> OfLimits(YamlMap map, RulePack basis) => Numbers(map, "limits", Stages.Compulsory).Select(value =>
        new Stated("", "", value.Name, "limit", LimitOf(basis, value.Name), Text(value.Number), value.Map, value.Name, (pack, citation) => pack with
        {
            Indicators = pack.Indicators.Select(one => one with
            {
                Limits = new Dictionary<string, decimal>(one.Limits, StringComparer.Ordinal) { [value.Name] = value.Number },
                LimitCitation = citation,
            }).ToList(),
        }));

    static IEnumerable<Stated> OfSplit(YamlMap map, RulePack basis)
    {
        if (map.Map("split") is not { } lowest) return [];
        var said = lowest.Keys.SelectMany(stage => Numbers(lowest, KnownStage(lowest, stage, stage), Stages.InOrder).Select(value => (Lowest: stage, Value: value))).ToList();
        lowest.Done();
        return said.Select(one => new Stated("", "", one.Value.Name, "split." + one.Lowest, WeightOf(basis, one.Lowest, one.Value.Name), Text(one.Value.Number), one.Value.Map, one.Value.Name, (pack, _) => pack with
        {
            Split = [.. pack.Split.Where(weight => weight.OnlyIf is not null || weight.LowestStage != one.Lowest || weight.Stage != one.Value.Name), new SplitWeight(one.Lowest, one.Value.Name, one.Value.Number)],
        }));
    }

    static string? WeightOf(RulePack pack, string lowest, string stage) =>
        pack.Split.FirstOrDefault(weight => weight.OnlyIf is null && weight.LowestStage == lowest && weight.Stage == stage) is { } weight ? Text(weight.Weight) : null;

    static IEnumerable<Stated> OfSchoolRule(YamlMap map, RulePack basis)
    {
        var rule = basis.SchoolRule;
        return Numbers(map, "school_rule", ["need", "floor"]).Select(value =>
            new Stated("", "", "", "school_rule." + value.Name, rule is null ? null : Text(value.Name == "need" ? rule.Need : rule.Floor), Text(value.Number), value.Map, value.Name, (pack, citation) => pack with
            {
                SchoolRule = pack.SchoolRule is not { } old ? null
                    : value.Name == "need" ? old with { Need = decimal.ToInt32(value.Number), Citation = citation } : old with { Floor = value.Number, Citation = citation },
            }));
    }

    static List<(string Name, Threshold Value, YamlMap Map)> Values(YamlMap map, string key, IReadOnlyList<string> names, IReadOnlyList<Parameter> parameters)
    {
        if (map.MapOrNull(key) is not { } values) return [];
        var found = names.Where(values.Has).Select(name => (name, ThresholdOf(values, name, [.. parameters]), values)).ToList();
        values.Done();
        return found;
    }

    static List<(string Name, decimal Number, YamlMap Map)> Numbers(YamlMap map, string key, IEnumerable<string> names)
    {
        if (map.Map(key) is not { } values) return [];
        var found = names.Where(values.Has).Select(name => (name, DecimalOf(values, name) ?? 0, values)).ToList();
        values.Done();
        return found;
    }

    // A pack has one limit a stage, the same on each of its indicators.
    static string? LimitOf(RulePack pack, string stage) => pack.Indicators.Select(one => one.Limits).Where(limits => limits.ContainsKey(stage)).Select(limits => Text(limits[stage])).FirstOrDefault();
}
