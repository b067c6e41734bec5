using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>One in-memory DuckDB with one connection. One thread at a time may query it; any thread may ask its progress or cancel.</summary>
public sealed class DuckDbEngine : IDisposable
{
    DuckDbEngine(DbConnection connection) => Connection = connection;

    public DbConnection Connection { get; }

    /// <summary>The version of the native library, such as <c>v1.5.5</c>; part of every step's key.</summary>
    public string Version => Connection.ServerVersion;

    /// <summary>How much of the running query is done, from 0 to 1; null when nothing runs or DuckDB cannot say.</summary>
    public double? QueryProgress => ProviderFeatures.Progress(Connection);

    public static DuckDbEngine Open(EngineOptions options)
    {
        Directory.CreateDirectory(options.TempDirectory);
        var engine = new DuckDbEngine(DuckDbFactory.Open(":memory:"));
        try
        {
            engine.Configure(options);
            return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    public void Execute(string sql, CancellationToken cancellation = default) =>
        Interruptibly(() => Connection.Execute(sql), cancellation);

    /// <summary>All rows, as <typeparamref name="T"/>; parameters are named <c>$name</c>.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null, CancellationToken cancellation = default) =>
        Interruptibly(() => Connection.Query<T>(sql, parameters).AsList(), cancellation);

    /// <summary>Rows computed while they are read; the connection serves nothing else until the reader is disposed.</summary>
    public DbDataReader Read(string sql, CancellationToken cancellation = default)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        ProviderFeatures.Stream(command);
        return InterruptibleReader.Open(command, cancellation);
    }

    /// <summary>
    /// From here on SQL reads these directories and no others, changes no setting, and cannot undo this: for SQL that a person typed.
    /// </summary>
    public void LockDown(IReadOnlyList<string> allowedDirectories)
    {
        // In this order: a directory cannot be allowed once access is off, and nothing can be set once it is locked.
        var directories = string.Join(", ", allowedDirectories.Select(directory => SqlText.Literal(Path.GetFullPath(directory))));
        Execute($"SET allowed_directories = [{directories}]");
        Execute("SET enable_external_access = false");
        Execute("SET lock_configuration = true");
    }

    public void Dispose() => Connection.Dispose();

    void Configure(EngineOptions options)
    {
        // Without these two an unknown function makes DuckDB look for an extension on the network.
        Set("autoinstall_known_extensions", "false");
        Set("autoload_known_extensions", "false");
        Set("memory_limit", SqlText.Literal(options.MemoryLimit));
        Set("temp_directory", SqlText.Literal(options.TempDirectory));
        Set("threads", options.Threads.ToString(CultureInfo.InvariantCulture));
        Set("preserve_insertion_order", "true");

        // Progress is kept from the start of a query, and never printed by the library.
        Set("enable_progress_bar", "true");
        Set("enable_progress_bar_print", "false");
        Set("progress_bar_time", "0");
    }

    void Set(string name, string value) => Execute($"SET {name} = {value}");

    T Interruptibly<T>(Func<T> query, CancellationToken cancellation)
    {
        using var interruption = new Interruption(Connection, cancellation);
        return interruption.During(query);
    }
}
