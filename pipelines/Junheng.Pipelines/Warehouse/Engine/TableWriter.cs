using System.Globalization;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>
/// Rows of C# on their way into Parquet: staged as text, then cast and ordered by DuckDB. The provider's appender is not
/// used: it writes wrong values (docs/decisions/no-appender.md).
/// </summary>
public sealed class TableWriter : IDisposable
{
    const long DefaultLongestRow = 2_000_000;

    readonly string path;
    readonly IReadOnlyList<TableColumn> columns;
    readonly StagedCells cells;

    TableWriter(string path, IReadOnlyList<TableColumn> columns)
    {
        this.path = path;
        this.columns = columns;
        cells = new StagedCells(path);
    }

    public long Rows { get; private set; }

    public static TableWriter Create(string tempDirectory, IReadOnlyList<TableColumn> columns)
    {
        Directory.CreateDirectory(tempDirectory);
        return new TableWriter(Path.Combine(tempDirectory, $"rows-{Guid.NewGuid():N}.csv"), columns);
    }

    /// <summary>One row, a cell a column. Null is missing; empty text is a value like any other.</summary>
    public void Write(params ReadOnlySpan<string?> row)
    {
        if (row.Length != columns.Count)
        {
            throw new ArgumentException(Text($"A row of {row.Length} cells for {columns.Count} columns."), nameof(row));
        }

        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is null && !columns[i].Nullable)
            {
                throw new ArgumentException(Text($"Row {Rows + 1} has no {columns[i].Name}, which is never missing."), nameof(row));
            }

            cells.Add(row[i]);
            cells.NextCell();
        }

        cells.NextRow();
        Rows++;
    }

    /// <summary>Writes the Parquet file, whole or not at all. With a total order the same rows give the same bytes on any number of threads.</summary>
    public void Complete(DuckDbEngine engine, string parquetPath, IReadOnlyList<string> orderBy, CancellationToken cancellation = default)
    {
        // A COPY that fails leaves what it has written so far.
        var partial = parquetPath + ".partial";
        try
        {
            engine.Execute($"COPY ({Select(orderBy)}) TO {SqlText.Literal(partial)} (FORMAT parquet, COMPRESSION zstd)", cancellation);
            File.Move(partial, parquetPath, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Makes a table of the rows in the engine's own database.</summary>
    public void Load(DuckDbEngine engine, string table, IReadOnlyList<string> orderBy, CancellationToken cancellation = default) =>
        engine.Execute($"CREATE TABLE {SqlText.Identifier(table)} AS {Select(orderBy)}", cancellation);

    public void Dispose()
    {
        cells.Dispose();
        File.Delete(path);
    }

    string Select(IReadOnlyList<string> orderBy)
    {
        cells.Flush();
        var casts = string.Join(", ", columns.Select(column => Cast(SqlText.Identifier(column.Name), column.SqlType)));
        var order = orderBy.Count == 0 ? "" : " ORDER BY " + string.Join(", ", orderBy.Select(SqlText.Identifier));
        return $"SELECT {casts} FROM {Source()}{order}";
    }

    static string Cast(string column, string type) => $"CAST({column} AS {type}) AS {column}";

    string Source()
    {
        // Every row ends in a delimiter, so that a row of one missing cell is not a blank line; hence one column more.
        var names = columns.Select(column => column.Name).Append("\u0001end of row");
        var types = string.Join(", ", names.Select(name => SqlText.Literal(name) + ": 'VARCHAR'"));
        var longest = Math.Max(cells.LongestRow, DefaultLongestRow);
        return Text($$"""
            read_csv({{SqlText.Literal(path)}}, auto_detect = false, header = false, columns = { {{types}} },
                delim = ',', quote = '"', escape = '"', new_line = '\n', nullstr = '', allow_quoted_nulls = false,
                max_line_size = {{longest}}, parallel = {{(cells.HasLineBreaks ? "false" : "true")}})
            """);
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
