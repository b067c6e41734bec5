namespace Junheng.Pipelines.Warehouse.Snapshots;

/// <summary>One whole, immutable state of a warehouse: Parquet tables and the catalog that explains them.</summary>
public sealed record Snapshot(int Number, string Folder, Catalog Catalog)
{
    public string PathOf(string table) => Path.Combine(Folder, table + ".parquet");

    public CatalogTable? Table(string name) => Catalog.Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>Opens a snapshot; null when it is not whole: no catalog, or a table whose size is not what the catalog says.</summary>
    public static Snapshot? Open(WarehouseFolder folder, int number)
    {
        var path = folder.SnapshotOf(number);
        var catalogPath = Path.Combine(path, Catalog.FileName);
        if (!File.Exists(catalogPath) || Catalog.Parse(File.ReadAllText(catalogPath)) is not { } catalog) return null;
        var snapshot = new Snapshot(number, path, catalog);
        return catalog.Tables.All(table => new FileInfo(snapshot.PathOf(table.Name)) is { Exists: true } file && file.Length == table.Bytes) ? snapshot : null;
    }
}
