using System.IO.Compression;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>Copies an archive with its entries in ordinal order and without the hour it was made: packages stamp each entry with the clock.</summary>
static class TimelessArchive
{
    const string First = "[Content_Types].xml";

    // The earliest date that an archive can say.
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(Stream from, Stream to)
    {
        using var source = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries.OrderByDescending(entry => entry.FullName == First).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = NoTime;
            using var read = entry.Open();
            using var write = copy.Open();
            read.CopyTo(write);
        }
    }
}
