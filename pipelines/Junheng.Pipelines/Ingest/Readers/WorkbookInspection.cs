using System.IO.Compression;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Looks at a workbook's container before anything in it is unfolded or believed. What is refused is refused with one finding.</summary>
internal static class WorkbookInspection
{
    /// <returns>Whether the workbook may be read. The stream stands at its beginning afterwards.</returns>
    public static bool Passes(Stream stream, FiledFile file, ReadingBounds bounds, FindingList findings)
    {
        var place = new Place(file.Name);
        if (stream.Length > bounds.WorkbookBytes)
        {
            findings.Add(WorkbookReader.TooMany("FILE-TOO-BIG", place, stream.Length, bounds.WorkbookBytes));
            return false;
        }

        var start = new byte[2];
        var zipped = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("PK"u8);
        stream.Position = 0;
        var fault = zipped ? Archive(stream, place, bounds, findings) : Compound(stream, place, findings);
        stream.Position = 0;
        if (fault is null) return true;
        findings.Add(fault);
        return false;
    }

    static Finding? Archive(Stream stream, Place place, ReadingBounds bounds, FindingList findings)
    {
        List<(string Name, long Length)> entries;
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            // The list itself may be as long as the file allows.
            entries = archive.Entries.Take(bounds.ArchiveEntries + 1).Select(entry => (entry.FullName.Replace('\\', '/'), entry.Length)).ToList();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return Finding.Error("FILE-DAMAGED", place, "", ("problem", wrong.Message));
        }

        if (entries.Count > bounds.ArchiveEntries) return WorkbookReader.TooMany("FILE-TOO-MANY-ENTRIES", place, entries.Count, bounds.ArchiveEntries);
        if (entries.Find(entry => LeadsOut(entry.Name)) is { Name: { } path }) return Finding.Error("FILE-PATH-IN-ARCHIVE", place, path);
        if (!entries.Exists(entry => entry.Name == "xl/workbook.xml")) return Finding.Error("FILE-NOT-A-TABLE", place, Foreign(entries.ConvertAll(entry => entry.Name)));
        // No reader unfolds a part beyond the length that is declared here.
        var unfolded = entries.Aggregate(0L, (sum, entry) => sum > long.MaxValue - entry.Length ? long.MaxValue : sum + entry.Length);
        var most = Math.Min(bounds.WorkbookBytesUnfolded, Math.Max(bounds.RatioFrom, stream.Length * bounds.UnfoldingRatio));
        if (unfolded > most) return WorkbookReader.TooMany("FILE-UNFOLDS-TOO-FAR", place, unfolded, most);
        if (entries.Exists(entry => entry.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) findings.Add(Finding.Warning("FILE-MACROS", place));
        if (entries.Exists(entry => entry.Name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))) findings.Add(Finding.Warning("FILE-LINKS-OUT", place));
        return null;
    }

    static bool LeadsOut(string name) => name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    static string Foreign(List<string> names)
    {
        if (names.Contains("xl/workbook.bin")) return ".xlsb";
        if (names.Contains("word/document.xml")) return ".docx";
        if (names.Contains("ppt/presentation.xml")) return ".pptx";
        return names.Contains("META-INF/manifest.xml") && names.Contains("content.xml") ? ".ods" : ".zip";
    }

    static Finding? Compound(Stream stream, Place place, FindingList findings)
    {
        if (CompoundFile.Names(stream) is not { } names) return null;
        if (names.Contains("EncryptedPackage")) return EncryptedPackage(place, names);
        if (names.Contains("WordDocument")) return Finding.Error("FILE-NOT-A-TABLE", place, ".doc");
        if (names.Contains("PowerPoint Document")) return Finding.Error("FILE-NOT-A-TABLE", place, ".ppt");
        if (!names.Contains("Workbook") && !names.Contains("Book")) return Finding.Error("FILE-DAMAGED", place, "", ("problem", "Workbook?"));
        if (names.Contains("_VBA_PROJECT_CUR")) findings.Add(Finding.Warning("FILE-MACROS", place));
        return null;
    }

    static Finding? EncryptedPackage(Place place, IReadOnlySet<string> names) =>
        names.Contains("EncryptionInfo") ? Finding.Error("FILE-PASSWORD", place) : Finding.Error("FILE-DAMAGED", place, "", ("problem", "EncryptionInfo?"));
}
