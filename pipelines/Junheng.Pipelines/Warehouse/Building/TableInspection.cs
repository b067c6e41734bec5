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
        // Columns, types and what is missing stand in the file's footer; only the grain asks for the rows.
        var file = SqlText.Literal(path);
        var columns = engine.Query<(string Name, string Type)>($"SELECT name, duckdb_type FROM parquet_schema({file}) WHERE duckdb_type IS NOT NULL", null, cancellation);
        var promised = document.Columns.Select(column => $"{column.Name} {column.Type}");
        var written = columns.Select(column => $"{column.Name} {column.Type}");
        if (!promised.SequenceEqual(written))
            throw new InvalidOperationException($"{document.Name}: its document promises [{string.Join(", ", promised.Except(written))}], its model writes [{string.Join(", ", written.Except(promised))}], or in another order.");

        var missing = engine.Query<string>($"SELECT DISTINCT path_in_schema FROM parquet_metadata({file}) WHERE coalesce(stats_null_count, 1) > 0", null, cancellation);
        if (document.Columns.FirstOrDefault(column => !column.Nullable && missing.Contains(column.Name)) is { } always)
            throw new InvalidOperationException($"{document.Name}.{always.Name} is missing in some rows, and its document does not allow it.");

        var rows = Rows(document, engine, cancellation);
        return Describe(document, rows, new FileInfo(path).Length, Fingerprint.OfFile(path), key);
    }

    /// <summary>What the catalog says of a table.</summary>
    public static CatalogTable Describe(TableDocument document, long rows, long bytes, string sha256, string key) => new(
        document.Name, document.Meaning, rows, bytes, sha256, key, document.Grain,
        document.Columns.Select(column => new CatalogColumn(column.Name, column.Type, column.Unit, column.Nullable, column.Meaning)).ToList());

    static long Rows(TableDocument document, DuckDbEngine engine, CancellationToken cancellation)
    {
        var table = SqlText.Identifier(document.Name);
        var grain = string.Join(", ", document.Grain.Select(SqlText.Identifier));
        var (rows, distinct) = engine.Query<(long Rows, long Distinct)>($"SELECT count(*), count(DISTINCT row({grain})) FROM {table}", null, cancellation)[0];
        if (distinct < rows)
            throw new InvalidOperationException($"{document.Name}: more than one row for {grain}: {string.Join("; ", Twice(table, grain, engine, cancellation))}.");
        return rows;
    }

    static IReadOnlyList<string> Twice(string table, string grain, DuckDbEngine engine, CancellationToken cancellation) =>
        engine.Query<string>($"SELECT concat_ws(' ', {grain}) FROM {table} GROUP BY {grain} HAVING count(*) > 1 ORDER BY 1 LIMIT 3", null, cancellation);
}
