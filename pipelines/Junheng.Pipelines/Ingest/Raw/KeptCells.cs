using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Ingest.Raw;

/// <summary>The cells of files as they were filed, read again from what a warehouse keeps: the files themselves may be gone.</summary>
public sealed class KeptCells : IDisposable
{
    readonly DuckDbEngine engine;
    readonly RawStore store;

    KeptCells(WarehouseFolder folder)
    {
        engine = DuckDbEngine.Open(new EngineOptions(1, "1GB", folder.Temp));
        store = new RawStore(folder.Raw, folder.Temp);
    }

    /// <summary>The caller holds the warehouse's lock.</summary>
    public static KeptCells Open(WarehouseFolder folder) => new(folder);

    /// <summary>Whether the file could be read.</summary>
    public bool Has(FiledFile file) => store.Has(file);

    /// <summary>The rows of a file in their order; none when it could not be read.</summary>
    public IEnumerable<RawRow> Rows(FiledFile file, CancellationToken cancellation) =>
        store.Has(file) ? store.Rows(file, engine, cancellation) : [];

    /// <summary>Where the bytes of a file are kept; null when they are not.</summary>
    public string? OriginalOf(FiledFile file) => store.OriginalOf(file);

    public void Dispose() => engine.Dispose();
}
