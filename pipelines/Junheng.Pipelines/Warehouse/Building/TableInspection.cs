using System.Globalization;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>Holds a written table against its document: the columns and types it promises, and a grain that really names one row.</summary>
internal static class TableInspection
{
    // One pass over the table counts its rows and the values of every column that may not be missing.
    static long Rows(TableDocument document, string table, DuckDbEngine engine, CancellationToken cancellation)
    {
        var always = document.Columns.Where(column => !column.Nullable).ToList();
        var counts = string.Join(", ", always.Select(column => $"count({SqlText.Identifier(column.Name)})").Prepend("count(*)"));
        var counted = engine.Query<string>($"SELECT concat_ws(',', {counts}) FROM {table}", null, cancellation)[0]
            .Split(',').Select(count => long.Parse(count, CultureInfo.InvariantCulture)).ToList();
        for (var index = 0; index < always.Count; index++)
        {
            if (counted[index + 1] < counted[0])
                throw new InvalidOperationException($"{document.Name}.{always[index].Name} is missing in some rows, and its document does not allow it.");
        }

        return counted[0];
    }

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

        var rows = Rows(document, table, engine, cancellation);
        return new CatalogTable(
            document.Name, document.Meaning, rows, new FileInfo(path).Length, Fingerprint.OfFile(path), key, document.Grain,
            document.Columns.Select(column => new CatalogColumn(column.Name, column.Type, column.Unit, column.Nullable, column.Meaning)).ToList());
    }
}
