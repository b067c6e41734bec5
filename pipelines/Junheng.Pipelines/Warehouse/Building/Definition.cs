using Junheng.Models.Checks;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Models.Geography;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Plans;
using Junheng.Pipelines.Warehouse.Rules;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Everything a build is made from, read and held against each other: source, files, map, fields, rule pack, plans, prices, parameters.</summary>
public sealed record Definition(
    Source Source, IReadOnlyList<FiledFile> Files, ColumnMap Map, FieldCatalog Catalog, RulePack Pack, IReadOnlyList<string> PackTexts, ParameterSettings Settings,
    IReadOnlyList<FilingCheck> Checks)
{
    const string RulePackFlag = "--rule-pack";

    /// <summary>The plans the source names; empty where it names none.</summary>
    public IReadOnlyList<NamedPlan> Plans { get; init; } = [];

    /// <summary>The counties whose code changed.</summary>
    public CountyCodes CountyCodes { get; init; } = CountyCodes.None;

    /// <summary>What adding one unit of a resource costs; null where the source names no price list.</summary>
    public PriceFile? Prices { get; init; }

    /// <param name="set">Parameter values from the command line.</param>
    /// <param name="asOf">The date that stands for today; null for the source's own.</param>
    /// <returns>The definition, or null; all that is wrong with any of its files is in <paramref name="findings"/>.</returns>
    public static Definition? Read(string sourceFolder, IReadOnlyDictionary<string, string> set, DateOnly? asOf, FindingList findings) =>
        Read(sourceFolder, set, asOf, null, findings);

    /// <param name="rulePack">Judge by this pack and not by the one the source names.</param>
    public static Definition? Read(string sourceFolder, IReadOnlyDictionary<string, string> set, DateOnly? asOf, string? rulePack, FindingList findings)
    {
        if (SourceReader.Read(sourceFolder, findings) is not { } source) return null;
        if (rulePack is not null) source = JudgedBy(source, rulePack);
        var files = FileFinder.Find(source, findings);
        var shipped = FieldCatalogReader.Read(ShippedContent.Fields, findings);
        var map = MapFile.Of(source, findings) is { } mapFile ? ColumnMapReader.Read(mapFile.Path, mapFile.Name, shipped, findings, (said, place) => MapFile.Find(said, source.Folder, place, findings)) : null;
        var catalog = map?.Catalog ?? shipped;
        var checks = FilingCheckReader.ReadAll(ShippedContent.Checks, shipped, findings);
        var plans = PlanFiles.Read(source, findings);
        var codes = CountyCodesFile.Read(source, findings);
        if (PackFile.Of(source, findings) is not { } packFile) return null;

        // A pack names fields that a broken map may have failed to bring: judged only when the map was read.
        if (map is null || PackChain.Read(packFile, source.Folder, catalog, findings) is not { } chain) return null;
        var prices = PriceFile.Of(source, chain.Pack, otherPack: rulePack is not null, findings);
        var layers = new[] { (source.Places["parameters"], source.Parameters), (new Place("--set"), set) };
        return ParameterSettings.Of(PlanParameters.With(chain.Pack, plans), layers, findings) is not { } settings || findings.HasErrors
            ? null
            : new Definition(source with { AsOf = asOf ?? source.AsOf }, files, map.Value.Map, catalog, chain.Pack, chain.Texts, settings, checks) { Plans = plans, CountyCodes = codes ?? CountyCodes.None, Prices = prices };
    }

    static Source JudgedBy(Source source, string rulePack) => source with
    {
        RulePack = rulePack,
        Places = new Dictionary<string, Place>(source.Places, StringComparer.Ordinal) { ["rule_pack"] = new Place(RulePackFlag) },
    };
}
