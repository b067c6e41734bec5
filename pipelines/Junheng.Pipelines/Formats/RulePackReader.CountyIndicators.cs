using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Indicators judged for the county, their parts, and the vetoes.</summary>
public sealed partial class RulePackReader
{
    static readonly string[] Levels = ["county", "school", "class", "budget_unit"];

    static readonly string[] Comparisons = ["at_least", "equal", "below", "at_most"];

    // What the models judge: a part of another level or comparison would be read and never judged.
    static readonly Dictionary<string, (string[] Levels, string[] Comparisons)> Formulas = new(StringComparer.Ordinal)
    {
        ["ratio"] = (["county", "budget_unit"], Comparisons),
        ["count_over"] = (["school", "class"], ["at_most"]),
        ["enough_rooms"] = (["school"], ["at_least"]),
        ["funded_as"] = (["budget_unit"], ["at_least"]),
        ["judgement"] = (["county", "school"], []),
        ["external"] = (["county"], Comparisons),
        ["survey"] = (["county"], ["at_least"]),
    };

    static readonly string[] Needs = ["yes", "excellent", "good", "fair", "poor"];

    CountyIndicator CountyIndicatorOf(YamlMap map, int position, List<ScopeRule> scopes, List<Parameter> parameters, List<SchoolType> types)
    {
        var id = map.Text("id") ?? "";
        var name = map.Words("name");
        var parts = map.Maps("parts");
        var indicator = new CountyIndicator(
            id,
            map.WholeOrNull("sort") ?? position,
            name,
            map.Words("short"),
            map.Choice("dimension", "government", "quality", "satisfaction") ?? "",
            ScopeOf(map, scopes),
            map.WholeOrNull("valid_from"),
            map.WholeOrNull("valid_to"),
            parts.Count > 0
                ? parts.Select(part => PartOf(part, part.Text("id") ?? "", part.Words("name"), parameters, types)).ToList()
                : [PartOf(map, "", name, parameters, types)]);
        foreach (var twice in indicator.Parts.GroupBy(part => part.Id).Where(group => group.Count() > 1))
            map.Report("PACK-PART-TWICE", "parts", $"{id} {twice.Key}");
        foreach (var part in parts) part.Done();
        map.Done();
        return indicator;
    }

    IndicatorPart PartOf(YamlMap map, string id, Bilingual name, List<Parameter> parameters, List<SchoolType> types)
    {
        var thresholds = ThresholdsOf(map, "threshold", [Stages.All, .. Stages.Compulsory], parameters);
        var formula = map.Choice("formula", [.. Formulas.Keys]) ?? "";
        var (levels, comparisons) = Formulas.GetValueOrDefault(formula, (Levels, Comparisons));
        var level = map.Choice("level", levels) ?? "";
        var (chosenBy, reckonings) = ReckoningsOf(map, parameters);
        if (formula == "ratio" && !(level == "county" && IsOfCounties(map, reckonings)))
            comparisons = level == "county" ? ["at_least", "equal"] : ["at_least"];
        if (formula is "ratio" or "survey" && reckonings.Count == 0) map.Report("YAML-MISSING-KEY", "numerator", "", ("key", "numerator"));
        if (formula is not ("judgement" or "external" or "survey") && thresholds.Count == 0) map.Report("YAML-MISSING-KEY", "threshold", "", ("key", "threshold"));
        return new IndicatorPart(
            id,
            name,
            level,
            formula,
            thresholds.Count > 0 ? thresholds.Keys.ToList() : PartStages(map),
            reckonings,
            chosenBy,
            QuotaOf(map),
            map.WholeOrNull("times") ?? 1,
            thresholds,
            ThresholdsOf(map, "threshold_by_type", types.Select(type => type.Name).ToArray(), parameters),
            comparisons.Length > 0 ? map.Choice("comparison", comparisons) : null,
            formula == "judgement" ? map.Choice("need", Needs) : null,
            formula == "enough_rooms" ? map.Choice("room_kind", "music", "art") : null,
            formula == "enough_rooms" ? map.Whole("per_classes") : null,
            formula == "external" ? Measure(map) : null,
            map.Flag("share", false),
            map.ChoiceOr("at_zero", "unknown", "unknown", "not_applicable"),
            map.Has("applies_to") ? map.Choice("applies_to", types.Select(type => type.Name).ToArray()) : null,
            map.Has("unit") ? map.Words("unit") : new Bilingual("", ""),
            CitationOf(map))
        {
            Decimals = DecimalsOf(map),
        };
    }

    // A county's own facts, or sums over its schools: the two are not divided by each other.
    bool IsOfCounties(YamlMap map, List<Reckoning> reckonings)
    {
        var forms = reckonings.SelectMany(reckoning => reckoning.Numerator.Concat(reckoning.Denominator))
            .Select(term => catalog.Home(term.Field)?.Form).OfType<DatasetForm>().Distinct().ToList();
        if (forms.Count > 1) map.Report("PACK-MIXED-FIELDS", "formula");
        return forms is [DatasetForm.ByCounty];
    }

    static List<string> PartStages(YamlMap map)
    {
        var stages = map.Texts("stages");
        foreach (var stage in stages.Where(stage => stage != Stages.All)) KnownStage(map, "stages", stage);
        return stages.Count == 0 ? [Stages.All] : [.. stages];
    }

    string Measure(YamlMap map)
    {
        var field = map.Text("measure") ?? "";
        KnownField(map, "measure", field);
        return field;
    }

    (string? ChosenBy, List<Reckoning> Reckonings) ReckoningsOf(YamlMap map, List<Parameter> parameters)
    {
        if (map.MapOrNull("variants") is not { } variants) return (null, map.Has("numerator") ? [ReckoningOf(map, "")] : []);
        var name = variants.Text("parameter") ?? "";
        if (parameters.Find(one => one.Name == name) is not { } parameter)
        {
            variants.Report("YAML-BAD-VALUE", "parameter", name, ("wanted", string.Join(", ", parameters.Select(one => one.Name))));
            return (name, []);
        }

        var reckonings = parameter.Choices.Select(choice =>
        {
            if (variants.Map(choice) is not { } variant) return null;
            var reckoning = ReckoningOf(variant, choice);
            variant.Done();
            return reckoning;
        }).OfType<Reckoning>().ToList();
        variants.Done();
        return (name, reckonings);
    }

    Reckoning ReckoningOf(YamlMap map, string name) => new(name, TermsOf(map, "numerator"), TermsOf(map, "denominator"));

    List<Term> TermsOf(YamlMap map, string key) => map.Texts(key).Select(text => TermOf(map, key, text)).ToList();

    Dictionary<string, IReadOnlyList<Term>> QuotaOf(YamlMap map)
    {
        var quota = new Dictionary<string, IReadOnlyList<Term>>(StringComparer.Ordinal);
        if (map.MapOrNull("quota") is not { } stages) return quota;
        foreach (var stage in stages.Keys) quota[KnownStage(stages, stage, stage)] = TermsOf(stages, stage);
        stages.Done();
        return quota;
    }

    static Dictionary<string, Threshold> ThresholdsOf(YamlMap map, string key, string[] names, List<Parameter> parameters)
    {
        if (map.MapOrNull(key) is not { } thresholds) return [];
        var found = names.Where(thresholds.Has).ToDictionary(name => name, name => ThresholdOf(thresholds, name, parameters), StringComparer.Ordinal);
        thresholds.Done();
        return found;
    }

    // «$special_school_quota» is the value of that parameter; «unknown» where a document asks for something and gives no number.
    static Threshold ThresholdOf(YamlMap map, string key, List<Parameter> parameters)
    {
        var text = map.Text(key) ?? "";
        if (text == Unknown) return default;
        if (!text.StartsWith('$')) return new Threshold(DecimalOf(map, key), null);
        if (parameters.TrueForAll(parameter => parameter.Name != text[1..]))
            map.Report("YAML-BAD-VALUE", key, text, ("wanted", string.Join(", ", parameters.Select(parameter => "$" + parameter.Name))));
        return new Threshold(null, text[1..]);
    }

    List<Veto> VetoesOf(List<Parameter> parameters)
    {
        var lists = parameters.Find(parameter => parameter.Name == "veto_list")?.Choices ?? [];
        return root.Maps("vetoes").Select((map, index) =>
        {
            var veto = new Veto(map.Text("id") ?? "", index + 1, map.Words("name"), map.Texts("lists"), CitationOf(map));
            foreach (var list in veto.Lists.Where(list => !lists.Contains(list, StringComparer.Ordinal)))
                map.Report("YAML-BAD-VALUE", "lists", list, ("wanted", string.Join(", ", lists)));
            map.Done();
            return veto;
        }).ToList();
    }
}
