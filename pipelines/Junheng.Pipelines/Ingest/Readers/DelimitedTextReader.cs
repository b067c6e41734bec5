using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Reads comma-separated text, plain or gzipped.</summary>
/// <param name="mostBytesUnfolded">How far an archive may unfold.</param>
public sealed partial class DelimitedTextReader(long mostBytesUnfolded = DelimitedTextReader.MostBytesUnfolded) : IFileReader
{
    const long MostBytesUnfolded = 4L << 30;
    const int MostCharactersInACell = 100_000;

    public string Version => "delimited-text 2";

    public bool Reads(string fileName) =>
        fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation)
    {
        using var stream = Open(file);
        if (Unreadable(stream, file) is { } fault)
        {
            findings.Add(fault);
            yield break;
        }

        // Left to itself the reader takes a byte order mark as leave to turn wrong bytes into question marks.
        using var text = new StreamReader(stream.RestWithoutMark(), TextEncodings.Of(file.Encoding), detectEncodingFromByteOrderMarks: false);
        using var parser = new CsvParser(text, Configuration());
        var (rows, anything) = (0, false);
        var last = "";
        while (Next(parser, file, rows, findings))
        {
            cancellation.ThrowIfCancellationRequested();
            rows++;
            last = parser.RawRecord;
            var cells = parser.Record ?? [];
            anything |= !cells.All(string.IsNullOrWhiteSpace);
            yield return new RawRow("", rows, cells);
        }

        if (EndsInsideQuotes(last)) findings.Add(Finding.Error("FILE-OPEN-QUOTE", new Place(file.Name, Row: rows)));
        if (!anything && findings.All(finding => finding.Place.File != file.Name))
            findings.Add(Finding.Error("FILE-EMPTY", new Place(file.Name)));
    }

    PeekedStream Open(FiledFile file)
    {
        // Without this an archive cut short reads as if it ended there.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        var bytes = File.OpenRead(file.Path);
        return new PeekedStream(file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new BoundedStream(new GZipStream(bytes, CompressionMode.Decompress), mostBytesUnfolded)
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
        catch (UnfoldsTooFarException bomb)
        {
            findings.Add(Finding.Error("FILE-UNFOLDS-TOO-FAR", new Place(file.Name, Row: rows + 1), "", ("most", bomb.Most.ToString(CultureInfo.InvariantCulture))));
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
    static Finding? Unreadable(PeekedStream stream, FiledFile file)
    {
        ReadOnlySpan<byte> start;
        try
        {
            start = stream.Peek(4096);
        }
        catch (InvalidDataException broken)
        {
            return Finding.Error("FILE-ARCHIVE", new Place(file.Name), "", ("problem", broken.Message));
        }

        return Foreign(start, file) is { } kind ? Finding.Error("FILE-NOT-CSV", new Place(file.Name), kind) : null;
    }

    static string? Foreign(ReadOnlySpan<byte> start, FiledFile file)
    {
        if (start.StartsWith("PK"u8)) return ".xlsx/.zip";
        if (start.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })) return ".xls/.doc";
        if (start.StartsWith("%PDF"u8)) return ".pdf";
        if (start.StartsWith(new byte[] { 0x1F, 0x8B })) return ".gz";
        if (start.StartsWith(new byte[] { 0xFF, 0xFE }) || start.StartsWith(new byte[] { 0xFE, 0xFF })) return "UTF-16";
        return file.Encoding == TextEncodings.Utf8 && start.Contains((byte)0) ? "binary" : null;
    }

    // A quote that opens a cell and is never closed swallows every row behind it; the parser hands them over as one cell and says nothing.
    static bool EndsInsideQuotes(string record) =>
        record.AsSpan().Count('"') % 2 == 1 && OpeningQuote().IsMatch(record);

    [GeneratedRegex("(?:^|,)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpeningQuote();
}
