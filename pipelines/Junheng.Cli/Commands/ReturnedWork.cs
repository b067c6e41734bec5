using Junheng.Cli.Console;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Returning;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary>Writes the copies that go back to whoever filed a faulty file, and says where they are.</summary>
public static class ReturnedWork
{
    /// <summary>The caller holds the warehouse's lock.</summary>
    public static void Write(Terminal terminal, WarehouseFolder warehouse, IReadOnlyList<FiledFile> files, FindingList findings, string outFolder, CancellationToken cancellation)
    {
        var folder = Path.Combine(outFolder, "returned");
        using var cells = KeptCells.Open(warehouse);
        var written = ReturnedFiles.Write(folder, files, findings, cells, terminal.Texts, cancellation);
        if (written.Count > 0) terminal.Note("returned.done", ("count", written.Count), ("path", folder));
    }
}
