using System.Globalization;

namespace Junheng.Pipelines.Warehouse.Snapshots;

/// <summary>The snapshots of one warehouse.</summary>
public sealed class SnapshotStore(WarehouseFolder folder)
{
    /// <summary>Numbers of all snapshots, oldest first.</summary>
    public IReadOnlyList<int> Numbers => !Directory.Exists(folder.Snapshots)
        ? []
        : Directory.EnumerateDirectories(folder.Snapshots)
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0)
            .Order()
            .ToList();

    /// <summary>The snapshot everybody reads. When <c>current</c> or what it names is damaged, the newest whole one before it.</summary>
    /// <param name="fellBack">The number that was named but could not be opened; 0 when the file itself is damaged; null when all is well.</param>
    public Snapshot? Current(out int? fellBack)
    {
        fellBack = null;
        if (Numbers.Count == 0) return null;
        var named = Named();
        if (named > 0 && Snapshot.Open(folder, named) is { } current) return current;
        fellBack = named;
        return Numbers.Where(number => named == 0 || number != named).Reverse().Select(number => Snapshot.Open(folder, number)).FirstOrDefault(snapshot => snapshot is not null);
    }

    public Snapshot? Open(int number) => Snapshot.Open(folder, number);

    /// <summary>Puts a finished staging folder in place as the next snapshot, and names it current. Until the rename nobody sees it.</summary>
    public Snapshot Publish(string runJson)
    {
        foreach (var path in Directory.EnumerateFiles(folder.Staging, "*", SearchOption.AllDirectories)) Flush(path);
        var number = (Numbers is [.., var newest] ? newest : 0) + 1;
        Directory.Move(folder.Staging, folder.SnapshotOf(number));
        AtomicFile.Write(folder.RunOf(number), runJson);
        Name(number);
        return Snapshot.Open(folder, number) ?? throw new InvalidOperationException($"Snapshot {number.ToString(CultureInfo.InvariantCulture)} cannot be read back.");
    }

    /// <summary>Makes a snapshot the one everybody reads. Only the holder of the lock may.</summary>
    public void Name(int number) => AtomicFile.Write(folder.Current, number.ToString(CultureInfo.InvariantCulture) + "\n");

    /// <summary>Removes all but the newest <paramref name="keep"/> snapshots and the current one.</summary>
    /// <returns>The numbers removed.</returns>
    public IReadOnlyList<int> Prune(int keep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        var current = Current(out _)?.Number;
        var gone = Numbers.Reverse().Skip(keep).Where(number => number != current).ToList();
        foreach (var number in gone)
        {
            // The catalog first: what is half removed is then no snapshot.
            File.Delete(Path.Combine(folder.SnapshotOf(number), Catalog.FileName));
            Directory.Delete(folder.SnapshotOf(number), recursive: true);
            File.Delete(folder.RunOf(number));
        }

        return gone;
    }

    int Named() =>
        File.Exists(folder.Current) && int.TryParse(File.ReadAllText(folder.Current).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
