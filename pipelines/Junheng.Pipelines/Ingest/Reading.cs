using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Ingest;

/// <summary>Reads a source and maps it, without building anything from it.</summary>
public static class Reading
{
    /// <returns>What became of every row, by file and dataset. The caller holds the warehouse's lock.</returns>
    public static IReadOnlyList<RowCount> Read(
        WarehouseFolder folder,
        Source source,
        ColumnMap map,
        FieldCatalog catalog,
        IReadOnlyList<FiledFile> files,
        IReadOnlyDictionary<string, TableDocument> documents,
        FindingList findings,
        Action<string> progress,
        CancellationToken cancellation)
    {
        using var engine = DuckDbEngine.Open(new EngineOptions(Environment.ProcessorCount, "4GB", folder.Temp));
        var mapping = new MappingStep(source, map, catalog, files, new RawStore(folder.Raw, folder.Temp), findings, documents);
        var scratch = Path.Combine(folder.Temp, "ingest");
        Directory.CreateDirectory(scratch);
        mapping.Run(new StepContext(engine, scratch, folder.Temp, progress, cancellation));
        return mapping.Counts;
    }
}
