using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli;

/// <summary>Finds the warehouse and the snapshot a command is about. Where several are there, it lists them and asks.</summary>
public sealed class Warehouses(Terminal terminal, SharedFlags options)
{
    const string Home = "warehouse";

    public static WarehouseFolder For(string sourceId, string? said) => new(Path.GetFullPath(said ?? Path.Combine(Home, sourceId)));

    /// <summary>The folder of a source; anything else is wrong usage, said kindly.</summary>
    public string SourceFolder(string input)
    {
        if (File.Exists(Path.Combine(input, SourceReader.FileName))) return Path.GetFullPath(input);
        if (Path.GetFileName(input) == SourceReader.FileName && File.Exists(input)) return Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(input))!);
        throw new WrongUsageException(terminal.Texts[File.Exists(input) ? "usage.single_file" : "usage.not_source", ("path", input)]);
    }

    public WarehouseFolder Existing(ParseResult parsed)
    {
        if (parsed.GetValue(options.Warehouse) is { } said)
        {
            return HasSnapshots(said)
                ? new WarehouseFolder(Path.GetFullPath(said))
                : throw new WrongUsageException(terminal.Texts["usage.no_snapshot", ("warehouse", said), ("number", "")]);
        }

        var found = Directory.Exists(Home)
            ? Directory.EnumerateDirectories(Home).Where(HasSnapshots).Order(StringComparer.Ordinal).ToList()
            : [];
        return found.Count switch
        {
            0 => throw new WrongUsageException(terminal.Texts["usage.no_warehouse"]),
            1 => new WarehouseFolder(Path.GetFullPath(found[0])),
            _ => throw new WrongUsageException(string.Join('\n', [terminal.Texts["usage.many_warehouses"], .. found.Select(path => "  --warehouse " + path)])),
        };
    }

    // A folder where somebody only ingested has nothing to read yet.
    static bool HasSnapshots(string path) => new SnapshotStore(new WarehouseFolder(path)).Numbers.Count > 0;

    public Snapshot SnapshotOf(ParseResult parsed)
    {
        var folder = Existing(parsed);
        var store = new SnapshotStore(folder);
        if (parsed.GetValue(options.Snapshot) is { } number)
            return store.Open(number) ?? throw new WrongUsageException(terminal.Texts["usage.no_snapshot", ("warehouse", folder.Root), ("number", " " + RowFormats.Text(number))]);
        var snapshot = store.Current(out var fellBack) ?? throw new WrongUsageException(terminal.Texts["usage.no_snapshot", ("warehouse", folder.Root), ("number", "")]);
        if (fellBack is { } named) terminal.Note("usage.fell_back", ("named", named), ("number", snapshot.Number));
        return snapshot;
    }

    /// <summary>An engine over the snapshot, with scratch of its own that goes when the process does.</summary>
    public static SnapshotReader Reader(Snapshot snapshot) => SnapshotReader.Open(snapshot, Scratch.Options());
}

/// <summary>Scratch space of a reading command.</summary>
public static class Scratch
{
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "junheng-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static EngineOptions Options() => new(Environment.ProcessorCount, "4GB", Folder);

    public static void Clear()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
