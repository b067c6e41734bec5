using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>The column map and the fields a snapshot was read with: they say what was done to a cell.</summary>
public sealed class SnapshotMap
{
    readonly ColumnMap map;
    readonly FieldCatalog catalog;

    SnapshotMap(ColumnMap map, FieldCatalog catalog) => (this.map, this.catalog) = (map, catalog);

    public static SnapshotMap Of(Snapshot snapshot)
    {
        var used = Path.Combine(snapshot.Folder, "used");
        var findings = new FindingList();
        var fields = FieldCatalogReader.Read(Path.Combine(used, "fields"), findings);
        var number = 0;
        return ColumnMapReader.Read(Path.Combine(used, "map.yaml"), "map.yaml", fields, findings, (_, _) => Kept(used, MapFile.KeptAs(++number))) is { } read
            ? new SnapshotMap(read.Map, read.Catalog)
            : throw new InvalidOperationException($"The snapshot's own map cannot be read: {string.Join("; ", findings.Select(finding => finding.Code))}");
    }

    static NamedFile Kept(string used, string name) => new(Path.Combine(used, name), name);

    /// <summary>The dataset a quantity is filed in, and what the field is.</summary>
    public (Dataset Dataset, Field Field)? Find(string quantity) =>
        catalog.Home(quantity) is { } home ? (home, home.Find(quantity)!) : null;

    /// <summary>A field of a dataset, a word or a quantity; null where there is none of that name.</summary>
    public Field? Find(string dataset, string field) => catalog.Datasets.FirstOrDefault(one => one.Name == dataset)?.Fields.FirstOrDefault(one => one.Name == field);

    /// <summary>How a field was made in a year: from cells, or from other fields.</summary>
    public ColumnRule? RuleOf(string dataset, int year, string field) =>
        map.Datasets.GetValueOrDefault(dataset)?.FirstOrDefault(layout => layout.Covers(year) && layout.Columns.ContainsKey(field)) is { } layout
            ? layout.Columns[field]
            : map.Computed.GetValueOrDefault(dataset)?.GetValueOrDefault(field);
}
