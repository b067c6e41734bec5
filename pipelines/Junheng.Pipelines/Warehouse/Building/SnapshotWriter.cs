using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Writes what makes a folder of tables a snapshot: the catalog, and copies of the rules, maps and SQL it was judged by.</summary>
internal sealed class SnapshotWriter(Definition definition, ModelLibrary library, string folder)
{
    public void Write(Dictionary<string, string> steps, IEnumerable<CatalogTable> tables, FindingList findings, string engineVersion)
    {
        Keep("source.yaml", definition.Source.Text);
        Keep("map.yaml", definition.Map.Text);
        foreach (var (below, number) in definition.Map.With.Select((text, index) => (text, index + 1))) Keep(MapFile.KeptAs(number), below);
        Keep("rule-pack.yaml", definition.PackTexts[0]);
        foreach (var (basis, number) in definition.PackTexts.Skip(1).Select((text, index) => (text, index + 1)))
            Keep($"rule-pack-base-{number.ToString(CultureInfo.InvariantCulture)}.yaml", basis);
        foreach (var plan in definition.Plans) Keep(Path.Combine("plans", plan.Plan.Id + ".yaml"), plan.Text);
        Keep(Path.Combine("geography", "county-codes.yaml"), definition.CountyCodes.Text);
        if (definition.Prices is { } prices) Keep("prices.yaml", prices.Text);
        foreach (var model in library.Models) Keep(Path.Combine("sql", model.Name + ".sql"), model.Identity);
        foreach (var check in library.Checks) Keep(Path.Combine("sql", "checks", check.Name + ".sql"), check.Sql);
        foreach (var path in Directory.EnumerateFiles(ShippedContent.Fields, "*.yaml")) Keep(Path.Combine("fields", Path.GetFileName(path)), File.ReadAllText(path));
        foreach (var path in Directory.EnumerateFiles(ShippedContent.Checks, "*.yaml")) Keep(Path.Combine("checks", Path.GetFileName(path)), File.ReadAllText(path));
        File.WriteAllText(Path.Combine(folder, Catalog.FileName), Describe(steps, tables, findings, engineVersion).ToJson());
    }

    Catalog Describe(Dictionary<string, string> steps, IEnumerable<CatalogTable> tables, FindingList findings, string engineVersion) => new(
        1,
        definition.Source.Id,
        definition.Source.Title,
        definition.Source.Synthetic,
        findings.HasErrors,
        definition.Source.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "DuckDB " + engineVersion,
        definition.Pack.Id,
        definition.Pack.Title,
        definition.Pack.Note,
        definition.Pack.Official,
        definition.Settings.Values.Select(value => new CatalogParameter(value.Parameter.Name, value.Value, value.Parameter.Default, value.Parameter.Meaning, value.Parameter.BearsOn)).ToList(),
        definition.Files.Select(file => new CatalogInput(file.Name, file.Sha256, file.Bytes)).ToList(),
        findings.GroupBy(finding => (finding.Severity, finding.Code))
            .OrderByDescending(group => group.Key.Severity).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new CatalogFinding(group.Key.Severity.ToString().ToLowerInvariant(), group.Key.Code, group.Count()))
            .ToList(),
        steps,
        tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList())
    {
        Overlay = CatalogOverlay.Of(definition.Pack),
    };

    void Keep(string name, string text)
    {
        var path = Path.Combine(folder, "used", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
