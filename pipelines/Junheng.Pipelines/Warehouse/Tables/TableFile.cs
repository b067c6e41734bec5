using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Warehouse.Tables;

/// <summary>Rows of C# on their way into a documented table's Parquet file, in the order of its grain.</summary>
public sealed class TableFile(TableDocument document, string tempFolder) : IDisposable
{
    readonly TableWriter writer = TableWriter.Create(
        tempFolder, document.Columns.Select(column => new TableColumn(column.Name, column.Type, column.Nullable)).ToList());

    public TableDocument Document => document;

    /// <summary>One row, a cell a column in the document's order; null is missing.</summary>
    public void Write(params ReadOnlySpan<string?> cells) => writer.Write(cells);

    public void Complete(DuckDbEngine engine, string parquetPath, CancellationToken cancellation) =>
        writer.Complete(engine, parquetPath, document.Grain, cancellation);

    public void Dispose() => writer.Dispose();
}
