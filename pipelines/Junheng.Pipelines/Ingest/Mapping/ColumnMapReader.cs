using System.Text.RegularExpressions;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Formats.Yaml;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads a column map and holds it against the field catalog.</summary>
public static partial class ColumnMapReader
{
    /// <param name="catalog">The shipped fields; those the map brings are added to them.</param>
    /// <param name="find">Finds the maps this one stands on, by the name it calls them; null where a map may stand on none.</param>
    /// <returns>The map and the catalog with its fields, or null with findings.</returns>
    public static (ColumnMap Map, FieldCatalog Catalog)? Read(
        string path, string name, FieldCatalog catalog, FindingList findings, Func<string, Place, NamedFile?>? find = null)
    {
        var before = findings.Errors;
        if (YamlFile.Open(path, name, findings) is not { } yaml) return null;

        var id = yaml.Text("id") ?? "";
        yaml.Words("title");
        var below = new List<ColumnMap>();
        foreach (var said in find is null ? [] : yaml.Texts("with"))
        {
            if (find!(said, yaml.PlaceOf("with")) is not { } file || Read(file.Path, file.Name, catalog, findings) is not { } other) continue;
            below.Add(other.Map);
            catalog = other.Catalog;
        }

        var brought = FieldsOf(yaml, catalog);
        foreach (var dataset in brought) catalog = catalog.With(dataset.Key, dataset);
        var datasets = DatasetsOf(yaml, catalog);
        var computed = ComputedOf(yaml, catalog);
        yaml.Done();
        var map = below.Aggregate(new ColumnMap(id, brought, datasets, computed, File.ReadAllText(path)), (whole, other) => whole.Before(other));
        return findings.Errors == before ? (map, catalog) : null;
    }

    static ILookup<string, Field> FieldsOf(YamlMap yaml, FieldCatalog catalog)
    {
        var fields = yaml.MapOrNull("fields");
        var found = new List<(string Dataset, Field Field)>();
        foreach (var name in fields?.Keys ?? [])
        {
            if (fields!.Map(name) is not { } map) continue;
            if (!FieldName().IsMatch(name)) fields.Report("YAML-BAD-VALUE", name, name, ("wanted", "a-z 0-9 _"));
            if (catalog.Datasets.Any(set => set.Find(name) is not null)) fields.Report("MAP-FIELD-EXISTS", name, name);
            var dataset = map.Choice("dataset", catalog.Datasets.Select(set => set.Name).ToArray());
            var field = FieldCatalogReader.FieldOf(name, map, FieldKind.Quantity);
            if (dataset is not null) found.Add((dataset, field));
        }

        return found.ToLookup(pair => pair.Dataset, pair => pair.Field, StringComparer.Ordinal);
    }

    static Dictionary<string, IReadOnlyList<Layout>> DatasetsOf(YamlMap yaml, FieldCatalog catalog)
    {
        var datasets = new Dictionary<string, IReadOnlyList<Layout>>(StringComparer.Ordinal);
        // A map may say nothing itself but which others it stands on.
        if ((yaml.Has("with") ? yaml.MapOrNull("datasets") : yaml.Map("datasets")) is not { } map) return datasets;
        foreach (var name in map.Keys)
        {
            if (catalog.Find(name) is { } dataset)
            {
                datasets[name] = map.Maps(name).Select(layout => LayoutReader.Read(layout, dataset)).OfType<Layout>().ToList();
                if (map.IsEmpty(name)) map.Report("YAML-MISSING-KEY", name, "", ("key", "years"));
            }
            else
            {
                map.Report("YAML-BAD-VALUE", name, name, ("wanted", string.Join(", ", Nearest.First(name, catalog.Datasets.Select(set => set.Name)))));
            }
        }

        map.Done();
        return datasets;
    }

    static Dictionary<string, IReadOnlyDictionary<string, ColumnRule>> ComputedOf(YamlMap yaml, FieldCatalog catalog)
    {
        var computed = new Dictionary<string, IReadOnlyDictionary<string, ColumnRule>>(StringComparer.Ordinal);
        if (yaml.MapOrNull("computed") is not { } map) return computed;
        foreach (var dataset in catalog.Datasets.Where(dataset => map.Has(dataset.Name)))
        {
            var rules = new Dictionary<string, ColumnRule>(StringComparer.Ordinal);
            foreach (var name in map.Map(dataset.Name)?.Keys ?? [])
            {
                if (ColumnRuleReader.Computed(map.Map(dataset.Name)!, name, dataset) is { } rule) rules[name] = rule;
            }

            computed[dataset.Name] = rules;
        }

        map.Done();
        return computed;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex FieldName();
}
