using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Steps;

/// <summary>What a running step has: the engine with its inputs as views, and a place for its outputs.</summary>
public sealed record StepContext(DuckDbEngine Engine, string OutputFolder, string TempFolder, Action<string> Progress, CancellationToken Cancellation)
{
    public string PathOf(string table) => Path.Combine(OutputFolder, table + ".parquet");

    /// <summary>Writes a table from rows of C#.</summary>
    public void Write(TableDocument document, IEnumerable<string?[]> rows)
    {
        using var file = new TableFile(document, TempFolder);
        foreach (var row in rows)
        {
            Cancellation.ThrowIfCancellationRequested();
            file.Write(row);
        }

        file.Complete(Engine, PathOf(document.Name), Cancellation);
    }
}
