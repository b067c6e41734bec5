namespace Junheng.Pipelines.Warehouse.Snapshots;

/// <summary>Where a warehouse keeps what. One warehouse holds one source set.</summary>
public sealed record WarehouseFolder(string Root)
{
    public string Raw => Path.Combine(Root, "raw");

    public string Snapshots => Path.Combine(Root, "snapshots");

    /// <summary>A snapshot being built; renamed into place when it is whole.</summary>
    public string Staging => Path.Combine(Snapshots, ".staging");

    /// <summary>A text file that names the snapshot everybody reads.</summary>
    public string Current => Path.Combine(Root, "current");

    /// <summary>Scratch of the engine and of rows on their way; emptied by the next holder of the lock.</summary>
    public string Temp => Path.Combine(Root, "tmp");

    public string Lock => Path.Combine(Root, "lock");

    public string Log => Path.Combine(Root, "runs.jsonl");

    public string SnapshotOf(int number) => Path.Combine(Snapshots, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What depends on clock, host and user, beside the snapshot and never in it.</summary>
    public string RunOf(int number) => SnapshotOf(number) + ".run.json";

    public void Create()
    {
        Directory.CreateDirectory(Raw);
        Directory.CreateDirectory(Snapshots);
        Directory.CreateDirectory(Temp);
    }

    /// <summary>Removes what a killed run left. Only the holder of the lock may.</summary>
    public void Sweep()
    {
        if (Directory.Exists(Staging)) Directory.Delete(Staging, recursive: true);
        if (Directory.Exists(Temp)) Directory.Delete(Temp, recursive: true);
        foreach (var partial in Directory.EnumerateFiles(Root, "*.part*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".part" or ".partial").ToList())
            File.Delete(partial);
        Create();
    }
}
