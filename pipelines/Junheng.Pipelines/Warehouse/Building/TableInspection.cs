using System.Globalization;
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

        var rows = Rows(document, table, engine, cancellation);
        return Describe(document, rows, new FileInfo(path).Length, Fingerprint.OfFile(path), key);
    }

    /// <summary>What the catalog says of a table.</summary>
    public static CatalogTable Describe(TableDocument document, long rows, long bytes, string sha256, string key) => new(
        document.Name, document.Meaning, rows, bytes, sha256, key, document.Grain,
        document.Columns.Select(column => new CatalogColumn(column.Name, column.Type, column.Unit, column.Nullable, column.Meaning)).ToList());

    // One pass over the table counts its rows, the values of every column that may not be missing, and what its grain tells apart.
    static long Rows(TableDocument document, string table, DuckDbEngine engine, CancellationToken cancellation)
    {
        var always = document.Columns.Where(column => !column.Nullable).ToList();
        var grain = string.Join(", ", document.Grain.Select(SqlText.Identifier));
        var counts = string.Join(", ", [.. always.Select(column => $"count({SqlText.Identifier(column.Name)})"), $"count(DISTINCT row({grain}))"]);
        var counted = engine.Query<string>($"SELECT concat_ws(',', count(*), {counts}) FROM {table}", null, cancellation)[0]
            .Split(',').Select(count => long.Parse(count, CultureInfo.InvariantCulture)).ToList();
        for (var index = 0; index < always.Count; index++)
        {
            if (counted[index + 1] < counted[0])
                throw new InvalidOperationException($"{document.Name}.{always[index].Name} is missing in some rows, and its document does not allow it.");
        }

        if (counted[^1] < counted[0])
            throw new InvalidOperationException($"{document.Name}: more than one row for {grain}: {string.Join("; ", Twice(table, grain, engine, cancellation))}.");
        return counted[0];
    }

    static IReadOnlyList<string> Twice(string table, string grain, DuckDbEngine engine, CancellationToken cancellation) =>
        engine.Query<string>($"SELECT concat_ws(' ', {grain}) FROM {table} GROUP BY {grain} HAVING count(*) > 1 ORDER BY 1 LIMIT 3", null, cancellation);
}
