using System.Globalization;
using System.Text.Json;

namespace Junheng.Pipelines.Warehouse.Snapshots;

/// <summary>
/// Held by whoever writes to a warehouse. The system lets go of it when the holder dies, however it dies; readers never need it.
/// </summary>
public sealed class WarehouseLock : IDisposable
{
    readonly FileStream file;
    readonly string holderPath;

    WarehouseLock(FileStream file, string holderPath)
    {
        this.file = file;
        this.holderPath = holderPath;
    }

    /// <summary>Takes the lock, waiting up to <paramref name="patience"/>; then removes what a killed holder left.</summary>
    /// <param name="waiting">Told once who holds it, when there is a wait.</param>
    /// <returns>The lock, or null with the holder when patience ran out.</returns>
    public static (WarehouseLock? Lock, LockHolder? Holder) Take(
        WarehouseFolder folder, string command, TimeSpan patience, Action<LockHolder> waiting, CancellationToken cancellation)
    {
        folder.Create();
        var told = false;
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            if (TryOpen(folder.Lock) is { } file)
            {
                folder.Sweep();
                var note = HolderNote(folder);
                AtomicFile.Write(note, JsonSerializer.Serialize(LockHolder.Here(command)));
                return (new WarehouseLock(file, note), null);
            }

            var holder = LockHolder.Read(HolderNote(folder));
            if (DateTime.UtcNow >= until) return (null, holder);
            // Who has just taken the lock is about to write its name down.
            if (!told && holder.IsKnown) waiting(holder);
            told |= holder.IsKnown;
            cancellation.WaitHandle.WaitOne(100);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose()
    {
        File.Delete(holderPath);
        file.Dispose();
    }

    // Beside the lock, because a locked file cannot be read everywhere.
    static string HolderNote(WarehouseFolder folder) => folder.Lock + ".holder";

    static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>Who holds a warehouse's lock.</summary>
public sealed record LockHolder(int Process, string Host, string Command, string Since)
{
    public static LockHolder Here(string command) => new(
        Environment.ProcessId, Environment.MachineName, command, DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    // The holder may let go between our two looks.
    public static LockHolder Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<LockHolder>(File.ReadAllText(path)) ?? Unknown;
        }
        catch (Exception gone) when (gone is IOException or JsonException)
        {
            return Unknown;
        }
    }

    public bool IsKnown => Process > 0;

    static LockHolder Unknown => new(0, "?", "?", "?");
}
