using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Formats;

/// <summary>Dated exceptions, and what depends on a parameter.</summary>
public sealed partial class RulePackReader
{
    // What the models can relax: others would be read and change nothing.
    static readonly string[] Relaxable = ["enough_rooms", "count_over"];

    static readonly string[] Conditions = ["area", "pupils_at_least", "pupils_below", "built_by", "largest_class_below", "migrant_share_over", "inner_city"];

    List<DatedException> ExceptionsOf(RulePack pack)
    {
        var exceptions = root.Maps("exceptions").Select(map => ExceptionOf(map, pack)).ToList();
        foreach (var twice in exceptions.GroupBy(exception => exception.Id).Where(group => group.Count() > 1))
            root.Report("PACK-EXCEPTION-TWICE", "exceptions", twice.Key);
        return exceptions;
    }

    DatedException ExceptionOf(YamlMap map, RulePack pack)
    {
        var indicator = map.Choice("indicator", [.. pack.Indicators.Select(one => one.Id), .. pack.CountyIndicators.Select(one => one.Id)]) ?? "";
        var exception = new DatedException(
            map.Text("id") ?? "",
            map.Words("name"),
            indicator,
            ConditionOf(map),
            RelaxationsOf(map, pack, indicator),
            AddsOf(map, pack, indicator),
            map.Whole("valid_from") ?? 0,
            map.Whole("valid_to") ?? 0,
            CitationOf(map));
        if (exception.Relaxes.Count == 0 && exception.Adds.Count == 0) map.Report("YAML-MISSING-KEY", "relaxes", "", ("key", "relaxes | adds"));
        map.Done();
        return exception;
    }

    static ExceptionCondition ConditionOf(YamlMap map)
    {
        if (map.Map("when") is not { } when) return new(null, null, null, null, null, null, null);
        // Without a condition it would hold for every school: that is a rule, and no exception.
        if (!Conditions.Any(when.Has)) when.Report("YAML-MISSING-KEY", "area", "", ("key", string.Join(" | ", Conditions)));
        var condition = new ExceptionCondition(
            when.Has("area") ? when.Choice("area", "urban", "town", "rural") : null,
            Limit("pupils_at_least"),
            Limit("pupils_below"),
            when.WholeOrNull("built_by"),
            Limit("largest_class_below"),
            Limit("migrant_share_over"),
            when.Has("inner_city") ? when.Choice("inner_city", "yes", "no") : null);
        when.Done();
        return condition;

        decimal? Limit(string key) => when.Has(key) ? DecimalOf(when, key) : null;
    }

    static List<Relaxation> RelaxationsOf(YamlMap map, RulePack pack, string indicator)
    {
        var parts = pack.CountyIndicators.FirstOrDefault(one => one.Id == indicator)?.Parts.Where(part => part.Level == "school" && Relaxable.Contains(part.Formula, StringComparer.Ordinal)).Select(part => part.Id).ToArray() ?? [];
        var found = new List<Relaxation>();
        foreach (var relaxation in map.Maps("relaxes"))
        {
            foreach (var part in relaxation.Has("parts") ? relaxation.Texts("parts") : [""])
            {
                if (!parts.Contains(part, StringComparer.Ordinal)) relaxation.Report("YAML-BAD-VALUE", "parts", part, ("wanted", string.Join(", ", parts.Select(one => $"\"{one}\""))));
                found.AddRange(ByType(relaxation, pack).Select(type => new Relaxation(part, type.Type, type.Threshold)));
            }

            relaxation.Done();
        }

        return found;
    }

    // Kinds that are not listed are not relaxed, unless there is a threshold for all.
    static List<(string Type, decimal Threshold)> ByType(YamlMap relaxation, RulePack pack)
    {
        var all = relaxation.Has("threshold") ? DecimalOf(relaxation, "threshold") : null;
        var listed = relaxation.MapOrNull("threshold_by_type");
        if (all is null && listed is null) relaxation.Report("YAML-MISSING-KEY", "threshold", "", ("key", "threshold | threshold_by_type"));
        var types = pack.SchoolTypes.Select(type => (type.Name, Threshold: listed?.Has(type.Name) == true ? DecimalOf(listed, type.Name) : all))
            .Where(type => type.Threshold is not null).Select(type => (type.Name, type.Threshold!.Value)).ToList();
        listed?.Done();
        return types;
    }

    Dictionary<string, IReadOnlyList<Term>> AddsOf(YamlMap map, RulePack pack, string indicator)
    {
        var adds = new Dictionary<string, IReadOnlyList<Term>>(StringComparer.Ordinal);
        if (map.MapOrNull("adds") is not { } stages) return adds;
        if (pack.Indicators.All(one => one.Id != indicator)) map.Report("YAML-BAD-VALUE", "adds", indicator, ("wanted", string.Join(", ", pack.Indicators.Select(one => one.Id))));
        foreach (var stage in stages.Keys) adds[KnownStage(stages, stage, stage)] = TermsOf(stages, stage);
        stages.Done();
        return adds;
    }

    /// <summary>The base's exceptions as far as the overlay states no number of its own: a relaxation of one document says nothing of another's number.</summary>
    static List<DatedException> ExceptionsOutside(IReadOnlyList<DatedException> inherited, IReadOnlyCollection<RuleChange> changes)
    {
        var own = changes.Where(change => change is { Kind: not "confirmed", What: "threshold" or "threshold_by_type" }).ToList();
        return inherited.Select(exception => exception with
        {
            Relaxes = exception.Relaxes.Where(relaxed => !own.Exists(change => change.Indicator == exception.Indicator && change.Part == relaxed.Part
                && (change.What == "threshold" || change.Stage == relaxed.SchoolType))).ToList(),
            Adds = exception.Adds.Where(added => !own.Exists(change => change.Indicator == exception.Indicator && change.Stage == added.Key)).ToDictionary(StringComparer.Ordinal),
        }).Where(exception => exception.Relaxes.Count + exception.Adds.Count > 0).ToList();
    }

    // «only_if: {parameter: private_schools, value: out}»
    static ParameterValue? OnlyIfOf(YamlMap map, List<Parameter> parameters)
    {
        if (map.MapOrNull("only_if") is not { } condition) return null;
        var name = condition.Choice("parameter", [.. parameters.Select(parameter => parameter.Name)]) ?? "";
        var value = condition.Choice("value", [.. parameters.Find(parameter => parameter.Name == name)?.Choices ?? []]) ?? "";
        condition.Done();
        return new ParameterValue(name, value);
    }

    static int? DecimalsOf(YamlMap map)
    {
        var decimals = map.WholeOrNull("decimals");
        if (decimals is < 0 or > 4) map.Report("YAML-BAD-VALUE", "decimals", Text(decimals.Value), ("wanted", "0 … 4"));
        return decimals;
    }
}
