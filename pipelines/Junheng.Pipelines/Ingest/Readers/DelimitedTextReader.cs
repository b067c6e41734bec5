using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Reads comma-separated text, plain or gzipped.</summary>
public sealed class DelimitedTextReader : IFileReader
{
    const long MostBytesUnfolded = 4L << 30;
    const int MostCharactersInACell = 100_000;

    public string Version => "delimited-text 1";

    public bool Reads(string fileName) =>
        fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation)
    {
        using var stream = Open(file);
        if (Foreign(stream, file) is { } kind)
        {
            findings.Add(Finding.Error("FILE-NOT-CSV", new Place(file.Name), kind));
            yield break;
        }

        using var text = new StreamReader(stream.Rest(), TextEncodings.Of(file.Encoding), detectEncodingFromByteOrderMarks: file.Encoding == TextEncodings.Utf8);
        using var parser = new CsvParser(text, Configuration());
        var rows = 0;
        while (Next(parser, file, rows, findings))
        {
            cancellation.ThrowIfCancellationRequested();
            rows++;
            yield return new RawRow("", rows, parser.Record ?? []);
        }

        if (rows == 0 && findings.All(finding => finding.Place.File != file.Name))
            findings.Add(Finding.Error("FILE-EMPTY", new Place(file.Name)));
    }

    static PeekedStream Open(FiledFile file)
    {
        var bytes = File.OpenRead(file.Path);
        return new PeekedStream(file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new BoundedStream(new GZipStream(bytes, CompressionMode.Decompress), MostBytesUnfolded)
            : bytes);
    }

    static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        IgnoreBlankLines = false,
        MaxFieldSize = MostCharactersInACell,
        BadDataFound = null,
        DetectColumnCountChanges = false,
    };

    // The parser's own ways of giving up, said in words.
    static bool Next(CsvParser parser, FiledFile file, int rows, FindingList findings)
    {
        try
        {
            return parser.Read();
        }
        catch (DecoderFallbackException wrong)
        {
            var bytes = string.Join(' ', wrong.BytesUnknown?.Select(one => one.ToString("X2", CultureInfo.InvariantCulture)) ?? []);
            findings.Add(Finding.Error("FILE-ENCODING", new Place(file.Name, Row: rows + 1), bytes, ("encoding", file.Encoding)));
        }
        catch (InvalidDataException broken)
        {
            findings.Add(Finding.Error("FILE-ARCHIVE", new Place(file.Name, Row: rows + 1), "", ("problem", broken.Message)));
        }
        catch (MaxFieldSizeException)
        {
            findings.Add(Finding.Error("FILE-OPEN-QUOTE", new Place(file.Name, Row: rows + 1)));
        }

        return false;
    }

    // A workbook or picture renamed to .csv would otherwise arrive as thousands of nonsense cells.
    static string? Foreign(PeekedStream stream, FiledFile file)
    {
        ReadOnlySpan<byte> start;
        try
        {
            start = stream.Peek(4096);
        }
        catch (InvalidDataException)
        {
            return "gzip?";
        }

        if (start.StartsWith("PK"u8)) return ".xlsx/.zip";
        if (start.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })) return ".xls/.doc";
        if (start.StartsWith("%PDF"u8)) return ".pdf";
        if (start.StartsWith(new byte[] { 0x1F, 0x8B })) return ".gz";
        return file.Encoding == TextEncodings.Utf8 && start.Contains((byte)0) ? "binary" : null;
    }
}
