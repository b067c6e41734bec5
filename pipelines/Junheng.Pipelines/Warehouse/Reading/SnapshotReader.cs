using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Checks;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Warehouse.Reading;

/// <summary>Reads one snapshot: each table is a view over its Parquet file. Any number of readers share a snapshot, and none blocks a build.</summary>
public sealed class SnapshotReader : IDisposable
{
    readonly DuckDbEngine engine;

    SnapshotReader(Snapshot snapshot, DuckDbEngine engine)
    {
        Snapshot = snapshot;
        this.engine = engine;
    }

    public Snapshot Snapshot { get; }

    public static SnapshotReader Open(Snapshot snapshot, EngineOptions options)
    {
        var opened = DuckDbEngine.Open(options);
        foreach (var table in snapshot.Catalog.Tables)
            opened.Execute($"CREATE VIEW {SqlText.Identifier(table.Name)} AS SELECT * FROM read_parquet({SqlText.Literal(snapshot.PathOf(table.Name))})");
        return new SnapshotReader(snapshot, opened);
    }

    /// <summary>Rows of our own SQL.</summary>
    /// <param name="parameters">Values for <c>$name</c>.</param>
    public RowSet Query(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        using var command = engine.Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        using var interruption = cancellation.Register(command.Cancel);
        using var reader = Execute();
        return ReadAll(reader, cancellation);

        DbDataReader Execute()
        {
            try
            {
                return command.ExecuteReader();
            }
            catch (DbException refused) when (LackingTable(sql) is { } table)
            {
                throw new OlderSnapshotException(table, refused);
            }
        }
    }

    // A table that ships as a model and that the snapshot has not.
    string? LackingTable(string sql) => Directory.EnumerateFiles(ShippedContent.Sql, "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path))
        .FirstOrDefault(table => Snapshot.Table(table) is null && Regex.IsMatch(sql, $@"\b{table}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>What a check finds in the snapshot.</summary>
    public IEnumerable<Finding> Run(Check check, CancellationToken cancellation) => check.Run(engine, cancellation);

    /// <summary>Writes a table of the snapshot, or the result of SQL that <see cref="Confine"/> has admitted, as Parquet.</summary>
    public void WriteParquet(string select, string path, CancellationToken cancellation) =>
        engine.Execute($"COPY ({select}\n) TO {SqlText.Literal(path)} (FORMAT parquet, COMPRESSION zstd)", cancellation);

    /// <summary>
    /// Admits SQL that a person typed: one SELECT and nothing else, with no reach beyond the snapshot and <paramref name="folders"/>.
    /// </summary>
    /// <returns>Why it is not admitted; null when it is.</returns>
    public string? Confine(string sql, params string[] folders)
    {
        if (TableReferences.Of(engine, sql).Error is { } error) return error;
        engine.LockDown([Snapshot.Folder, .. folders]);
        return null;
    }

    public void Dispose() => engine.Dispose();

    static RowSet ReadAll(DbDataReader reader, CancellationToken cancellation)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(Enumerable.Range(0, columns.Count).Select(index => ValueOf(reader, index)).ToList());
        }

        return new RowSet(columns, rows);
    }

    static object? ValueOf(DbDataReader reader, int index) => reader.IsDBNull(index) ? null : reader.GetValue(index);
}
