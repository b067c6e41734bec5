using System.Globalization;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Formats;

/// <summary>Reads a rule pack (<c>models/standards/*.yaml</c>) and holds it against the fields there are.</summary>
public sealed partial class RulePackReader
{
    const string SchoolStage = "school_stage";

    /// <summary>Stands for a number that a document asks for and does not give.</summary>
    const string Unknown = "unknown";

    static readonly string[] Certainties = ["seed", "published", "second-hand", "inferred"];

    readonly YamlMap root;
    readonly FieldCatalog catalog;

    RulePackReader(YamlMap root, FieldCatalog catalog)
    {
        this.root = root;
        this.catalog = catalog;
    }

    /// <returns>The pack, or null with findings.</returns>
    public static RulePack? Read(string path, string name, FieldCatalog catalog, FindingList findings)
    {
        return YamlFile.Open(path, name, findings) is { } root ? Read(root, catalog, findings) : null;
    }

    /// <summary>Reads a pack whose file is open already.</summary>
    public static RulePack? Read(YamlMap root, FieldCatalog catalog, FindingList findings)
    {
        var before = findings.Errors;
        var pack = new RulePackReader(root, catalog).Pack();
        return findings.Errors == before ? pack : null;
    }

    RulePack Pack()
    {
        var parameters = Parameters();
        var scopes = Scopes(parameters);
        var limits = Limits();
        var types = SchoolTypes();
        var indicators = root.Maps("indicators").Select((map, index) => (Map: map, Position: index + 1)).ToLookup(one => one.Map.TextOr("level", "") == SchoolStage);
        var pack = new RulePack(
            root.Text("id") ?? "",
            root.Words("title"),
            root.Choice("kind", "official", "study") == "official",
            root.Words("note"),
            root.Text("source") ?? "",
            root.WholeOrNull("valid_from"),
            root.WholeOrNull("valid_to"),
            parameters,
            types,
            SchoolRule(),
            Split(parameters),
            scopes,
            indicators[true].Select(one => IndicatorOf(one.Map, one.Position, limits, scopes)).ToList(),
            indicators[false].Select(one => CountyIndicatorOf(one.Map, one.Position, scopes, parameters, types)).ToList(),
            VetoesOf(parameters))
        {
            Composite = Composite(),
        };
        foreach (var twice in pack.Indicators.Select(one => one.Id).Concat(pack.CountyIndicators.Select(one => one.Id)).GroupBy(id => id).Where(group => group.Count() > 1))
            root.Report("PACK-INDICATOR-TWICE", "indicators", twice.Key);
        pack = pack with { Exceptions = ExceptionsOf(pack) };
        BearOnWhatIsJudged(pack);
        root.Done();
        return pack;
    }

    void BearOnWhatIsJudged(RulePack pack)
    {
        var judged = pack.Indicators.Select(one => one.Id).Concat(pack.CountyIndicators.Select(one => one.Id)).Append("veto").ToList();
        foreach (var unknown in pack.Parameters.SelectMany(parameter => parameter.BearsOn).Except(judged, StringComparer.Ordinal))
            root.Report("PACK-UNKNOWN-INDICATOR", "parameters", unknown, ("known", string.Join(", ", judged)));
    }

    List<Parameter> Parameters()
    {
        var parameters = root.MapOrNull("parameters");
        return (parameters?.Keys ?? []).Select(name =>
        {
            if (parameters!.Map(name) is not { } map) return null;
            var parameter = new Parameter(name, new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? ""), map.Text("default") ?? "", map.Texts("choices"), map.Texts("bears_on"));
            map.Done();
            return parameter;
        }).OfType<Parameter>().ToList();
    }

    List<SchoolType> SchoolTypes()
    {
        var types = root.Map("school_types");
        return (types?.Keys ?? []).Select(name =>
        {
            if (types!.Map(name) is not { } map) return null;
            var type = new SchoolType(name, new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? ""), StagesOf(map, "stages"));
            map.Done();
            return type;
        }).OfType<SchoolType>().ToList();
    }

    SchoolRule? SchoolRule()
    {
        if (root.MapOrNull("school_rule") is not { } map) return null;
        var rule = new SchoolRule(map.Whole("of") ?? 0, map.Whole("need") ?? 0, DecimalOf(map, "floor") ?? 0, CitationOf(map));
        if (rule.Need > rule.Of) map.Report("YAML-BAD-VALUE", "need", Text(rule.Need), ("wanted", $"≤ {Text(rule.Of)}"));
        map.Done();
        return rule;
    }

    List<SplitWeight> Split(List<Parameter> parameters)
    {
        if (root.MapOrNull("split") is not { } split) return [];
        CitationOf(split);
        var found = WeightsOf(split, null);
        foreach (var other in split.Maps("otherwise"))
        {
            found.AddRange(WeightsOf(other, OnlyIfOf(other, parameters)));
            other.Done();
        }

        split.Done();
        return found;
    }

    static List<SplitWeight> WeightsOf(YamlMap split, ParameterValue? onlyIf)
    {
        var weights = split.Map("weights");
        var found = new List<SplitWeight>();
        foreach (var lowest in weights?.Keys ?? [])
        {
            if (weights!.Map(lowest) is not { } map) continue;
            found.AddRange(map.Keys.Select(stage => new SplitWeight(lowest, KnownStage(map, stage, stage), DecimalOf(map, stage) ?? 0) { OnlyIf = onlyIf }));
            KnownStage(weights, lowest, lowest);
        }

        return found;
    }

    List<ScopeRule> Scopes(List<Parameter> parameters)
    {
        var found = new List<ScopeRule>();
        var scopes = root.MapOrNull("scopes");
        foreach (var name in scopes?.Keys ?? [])
        {
            foreach (var map in scopes!.Maps(name))
            {
                found.Add(new ScopeRule(
                    name,
                    map.Has("school_type") ? map.Text("school_type") : null,
                    map.Has("area") ? map.Choice("area", "urban", "town", "rural") : null,
                    map.Has("founder") ? map.Choice("founder", "public", "private") : null,
                    map.Has("boarding") ? map.Choice("boarding", "yes", "no") : null,
                    map.Has("village") ? map.Choice("village", "yes", "no") : null,
                    map.Has("pupils_below") ? DecimalOf(map, "pupils_below") : null,
                    map.Has("pupils_at_least") ? DecimalOf(map, "pupils_at_least") : null,
                    new Bilingual(map.Text("zh") ?? "", map.Text("en") ?? ""),
                    CitationOf(map))
                {
                    GradesComplete = map.Has("grades_complete") ? map.Choice("grades_complete", "yes", "no") : null,
                    OnlyIf = OnlyIfOf(map, parameters),
                });
                map.Done();
            }
        }

        return found;
    }

    (IReadOnlyDictionary<string, decimal> ByStage, int? Decimals, Citation? Citation) Limits()
    {
        if (root.MapOrNull("limits") is not { } map) return (new Dictionary<string, decimal>(StringComparer.Ordinal), null, null);
        var limits = ByStage(map);
        var (decimals, citation) = (DecimalsOf(map), CitationOf(map));
        map.Done();
        return (limits, decimals, citation);
    }

    Indicator IndicatorOf(YamlMap map, int position, (IReadOnlyDictionary<string, decimal> ByStage, int? Decimals, Citation? Citation) limits, List<ScopeRule> scopes)
    {
        var shortfall = map.Map("shortfall");
        var scope = ScopeOf(map, scopes);
        var indicator = new Indicator(
            map.Text("id") ?? "",
            map.WholeOrNull("sort") ?? position,
            map.Words("name"),
            map.Words("short"),
            map.Choice("dimension", "resource", "government", "quality", "satisfaction") ?? "",
            map.Choice("level", SchoolStage) ?? "",
            map.Choice("formula", "ratio") ?? "",
            NumeratorOf(map),
            // Every coefficient and every resource indicator divides by a stage's pupils; other denominators come with the county's indicators.
            map.Choice("per", "pupils") ?? "",
            map.Whole("times") ?? 1,
            map.Flag("split", false),
            SchoolThresholdsOf(map),
            map.ChoiceOr("comparison", "at_least", "at_least"),
            limits.ByStage,
            map.Words("unit"),
            new Bilingual(shortfall?.Text("zh") ?? "", shortfall?.Text("en") ?? ""),
            shortfall?.Flag("whole", false) ?? false,
            scope,
            map.WholeOrNull("valid_from"),
            map.WholeOrNull("valid_to"),
            CitationOf(map),
            limits.Citation)
        {
            Decimals = DecimalsOf(map),
            LimitDecimals = limits.Decimals,
        };
        shortfall?.Done();
        map.Done();
        return indicator;
    }

    static string? ScopeOf(YamlMap map, List<ScopeRule> scopes)
    {
        var scope = map.Has("scope") ? map.Text("scope") : null;
        if (scope is not null && scopes.TrueForAll(rule => rule.Scope != scope))
            map.Report("YAML-BAD-VALUE", "scope", scope, ("wanted", string.Join(", ", scopes.Select(rule => rule.Scope).Distinct())));
        return scope;
    }

    Dictionary<string, IReadOnlyList<Term>> NumeratorOf(YamlMap indicator)
    {
        var numerator = new Dictionary<string, IReadOnlyList<Term>>(StringComparer.Ordinal);
        if (indicator.Map("numerator") is not { } map) return numerator;
        foreach (var stage in map.Keys)
        {
            KnownStage(map, stage, stage);
            numerator[stage] = map.Texts(stage).Select(text => TermOf(map, stage, text)).ToList();
            if (numerator[stage].Count == 0) map.Report("YAML-MISSING-KEY", stage, "", ("key", stage));
        }

        map.Done();
        return numerator;
    }

    // «-gym_area» is subtracted; «field@1» is the one filed a year before.
    Term TermOf(YamlMap map, string stage, string text)
    {
        var name = text.TrimStart('-').Split('@');
        KnownField(map, stage, name[0]);
        var lag = name.Length > 1 && int.TryParse(name[1], NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : 0;
        return new Term(name[0], text.StartsWith('-') ? -1 : 1, lag);
    }

    void KnownField(YamlMap map, string key, string field)
    {
        if (catalog.Home(field) is not null) return;
        var known = catalog.Datasets.SelectMany(set => set.Fields).Where(one => one.Kind == FieldKind.Quantity).Select(one => one.Name);
        map.Report("PACK-UNKNOWN-FIELD", key, field, ("known", string.Join(", ", Nearest.First(field, known))));
    }

    static string KnownStage(YamlMap map, string key, string stage)
    {
        if (!Stages.InOrder.Contains(stage, StringComparer.Ordinal))
            map.Report("YAML-BAD-VALUE", key, stage, ("wanted", string.Join(", ", Stages.InOrder)));
        return stage;
    }

    static List<string> StagesOf(YamlMap map, string key) => map.Texts(key).Select(stage => KnownStage(map, key, stage)).ToList();

    static Dictionary<string, decimal> ByStage(YamlMap map) =>
        Stages.Compulsory.Where(map.Has).ToDictionary(stage => stage, stage => DecimalOf(map, stage) ?? 0, StringComparer.Ordinal);

    // «unknown» is null: a standard is asked for and the document gives no number.
    static Dictionary<string, decimal?> SchoolThresholdsOf(YamlMap map)
    {
        if (map.MapOrNull("threshold") is not { } thresholds) return [];
        var found = Stages.Compulsory.Where(thresholds.Has)
            .ToDictionary(stage => stage, stage => thresholds.TextOr(stage, "") == Unknown ? null : DecimalOf(thresholds, stage), StringComparer.Ordinal);
        thresholds.Done();
        return found;
    }

    static Citation CitationOf(YamlMap map) => new(map.Text("clause") ?? "", map.Text("source") ?? "", map.Choice("certainty", Certainties) ?? "");

    static decimal? DecimalOf(YamlMap map, string key)
    {
        if (map.Number(key) is not { } number) return null;
        if (number.FitsScale(6) && number.Sign >= 0) return decimal.Parse(number.ToTruncatedDecimal(6), CultureInfo.InvariantCulture);
        map.Report("YAML-BAD-VALUE", key, map.TextOr(key, ""), ("wanted", "0.000001 …"));
        return null;
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
