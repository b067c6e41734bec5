using System.Text;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Tells by a file's first bytes what it is.</summary>
internal static class FileStart
{
    public const int Bytes = 4096;

    static readonly (byte[] Start, FileKind Kind, string Name)[] Signatures =
    [
        ([0x1F, 0x8B], FileKind.Gzip, ".gz"),
        ([.. "PK"u8, 3, 4], FileKind.Zip, ".zip"),
        ([.. "PK"u8, 5, 6], FileKind.Zip, ".zip"),
        ([0xD0, 0xCF, 0x11, 0xE0], FileKind.Compound, ".xls"),
        // Workbooks of before 1995 are a bare stream of records.
        ([0x09, 0x00, 0x04, 0x00], FileKind.Compound, ".xls"),
        ([0x09, 0x02, 0x06, 0x00], FileKind.Compound, ".xls"),
        ([0x09, 0x04, 0x06, 0x00], FileKind.Compound, ".xls"),
        ([0x09, 0x08, 0x08, 0x00], FileKind.Compound, ".xls"),
        ([.. "%PDF"u8], FileKind.Foreign, ".pdf"),
        ([.. "{\\rtf"u8], FileKind.Foreign, ".rtf"),
        ([.. "Rar!"u8], FileKind.Foreign, ".rar"),
        ([.. "7z"u8, 0xBC, 0xAF], FileKind.Foreign, ".7z"),
        ([0x89, .. "PNG"u8], FileKind.Foreign, ".png"),
        ([0xFF, 0xD8, 0xFF], FileKind.Foreign, ".jpg"),
        ([.. "PAR1"u8], FileKind.Foreign, ".parquet"),
    ];

    // Web systems write a web page, or the XML of 2003, and call it .xls.
    static readonly (string Start, string Name)[] Markup =
    [
        ("<html", ".html"), ("<!doctype html", ".html"), ("<table", ".html"), ("<meta", ".html"), ("<head", ".html"), ("<style", ".html"), ("mime-version:", ".mht"), ("<?xml", ".xml"),
    ];

    /// <returns>The kind, and the ending that files of it usually have.</returns>
    public static (FileKind Kind, string Name) Of(ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, kind, name) in Signatures)
        {
            if (start.StartsWith(bytes)) return (kind, name);
        }

        var words = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 256)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        foreach (var (text, name) in Markup)
        {
            if (words.StartsWith(text, StringComparison.OrdinalIgnoreCase)) return (FileKind.Foreign, name);
        }

        return (FileKind.Text, ".csv");
    }

    /// <summary>The file's own first bytes.</summary>
    public static byte[] Read(string path)
    {
        using var stream = File.OpenRead(path);
        var start = new byte[Bytes];
        return start[..stream.ReadAtLeast(start, Bytes, throwOnEndOfStream: false)];
    }
}
