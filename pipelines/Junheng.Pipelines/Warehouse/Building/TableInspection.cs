using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Holds a written table against its document: the columns and types it promises, and a grain that really names one row.</summary>
internal static class TableInspection
{
    /// <exception cref="InvalidOperationException">The table is not what its document says: a fault of ours.</exception>
    public static CatalogTable Inspect(TableDocument document, string path, string key, DuckDbEngine engine, CancellationToken cancellation)
    {
        var table = SqlText.Identifier(document.Name);
        var columns = engine.Query<(string Name, string Type)>($"SELECT column_name, column_type FROM (DESCRIBE {table})", null, cancellation);
        var promised = document.Columns.Select(column => $"{column.Name} {column.Type}");
        var written = columns.Select(column => $"{column.Name} {column.Type}");
        if (!promised.SequenceEqual(written))
            throw new InvalidOperationException($"{document.Name}: its document promises [{string.Join(", ", promised.Except(written))}], its model writes [{string.Join(", ", written.Except(promised))}], or in another order.");

        var grain = string.Join(", ", document.Grain.Select(SqlText.Identifier));
        var twice = engine.Query<string>($"SELECT concat_ws(' ', {grain}) FROM {table} GROUP BY {grain} HAVING count(*) > 1 ORDER BY 1 LIMIT 3", null, cancellation);
        if (twice.Count > 0)
            throw new InvalidOperationException($"{document.Name}: more than one row for {grain}: {string.Join("; ", twice)}.");

        foreach (var column in document.Columns.Where(column => !column.Nullable))
        {
            if (engine.Query<long>($"SELECT count(*) FROM {table} WHERE {SqlText.Identifier(column.Name)} IS NULL", null, cancellation)[0] > 0)
                throw new InvalidOperationException($"{document.Name}.{column.Name} is missing in some rows, and its document does not allow it.");
        }

        var rows = engine.Query<long>($"SELECT count(*) FROM {table}", null, cancellation)[0];
        return new CatalogTable(
            document.Name, document.Meaning, rows, new FileInfo(path).Length, Fingerprint.OfFile(path), key, document.Grain,
            document.Columns.Select(column => new CatalogColumn(column.Name, column.Type, column.Unit, column.Nullable, column.Meaning)).ToList());
    }
}
