using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>Reads delimited text, plain or gzipped: encoding and delimiter as the source says, else as the file shows.</summary>
/// <param name="mostBytes">How long a text may be, that of an archive unfolded.</param>
public sealed class DelimitedTextReader(long? mostBytes = null) : IFileReader
{
    readonly long mostBytes = mostBytes ?? ReadingBounds.Default.TextBytes;

    public string Version => "delimited-text 3";

    public bool Reads(string fileName)
    {
        var name = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName;
        return Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".txt" or ".tsv";
    }

    public IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation)
    {
        var before = findings.Count;
        if (!IsGzip(file) && new FileInfo(file.Path).Length is var length && length > mostBytes)
        {
            findings.Add(WorkbookReader.TooMany("FILE-TEXT-TOO-BIG", new Place(file.Name), length, mostBytes));
            yield break;
        }

        using var stream = Open(file);
        if (Looked(stream, file, findings) is not var (sample, dialect)) yield break;
        // Left to itself the reader takes a byte order mark as leave to turn wrong bytes into question marks.
        var behindMark = stream.RestBehind(TextEncodings.MarkLength(dialect.Encoding, sample));
        using var text = new BoundedLines(new StreamReader(behindMark, TextEncodings.Of(dialect.Encoding), detectEncodingFromByteOrderMarks: false), ReadingBounds.Default.CharactersInALine);
        using var parser = new CsvParser(text, Configuration(dialect.Delimiter));
        var (rows, anything) = (0, false);
        var last = "";
        while (Next(parser, file, dialect.Encoding, rows, findings))
        {
            cancellation.ThrowIfCancellationRequested();
            rows++;
            last = parser.RawRecord;
            var cells = parser.Record ?? [];
            if (cells.Length > ReadingBounds.Default.Columns)
            {
                findings.Add(WorkbookReader.TooMany("FILE-TOO-MANY-COLUMNS", new Place(file.Name, Row: rows), cells.Length, ReadingBounds.Default.Columns));
                yield break;
            }

            anything |= !cells.All(string.IsNullOrWhiteSpace);
            yield return new RawRow("", rows, cells);
        }

        if (EndsInsideQuotes(last, dialect.Delimiter)) findings.Add(Finding.Error("FILE-OPEN-QUOTE", new Place(file.Name, Row: rows)));
        if (!anything && !findings.Skip(before).Any(finding => finding.Severity == Severity.Error))
            findings.Add(Finding.Error("FILE-EMPTY", new Place(file.Name)));
    }

    /// <summary>How it would be read; null when it is no text.</summary>
    internal TextDialect? DialectOf(FiledFile file)
    {
        using var stream = Open(file);
        return Looked(stream, file, [])?.Dialect;
    }

    PeekedStream Open(FiledFile file)
    {
        var bytes = File.OpenRead(file.Path);
        return new PeekedStream(IsGzip(file) ? new BoundedStream(new GZipStream(bytes, CompressionMode.Decompress), mostBytes) : bytes);
    }

    static bool IsGzip(FiledFile file) => FileStart.Of(FileStart.Read(file.Path)).Kind == FileKind.Gzip;

    static CsvConfiguration Configuration(char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        IgnoreBlankLines = false,
        MaxFieldSize = ReadingBounds.Default.CharactersInACell,
        BadDataFound = null,
        DetectColumnCountChanges = false,
    };

    // A workbook or picture inside an archive of text would otherwise arrive as thousands of nonsense cells.
    static (byte[] Sample, TextDialect Dialect)? Looked(PeekedStream stream, FiledFile file, FindingList findings)
    {
        try
        {
            var sample = stream.Peek(TextDialect.SampleBytes).ToArray();
            if (FileStart.Of(sample) is { Kind: not FileKind.Text, Name: var name })
            {
                findings.Add(Finding.Error("FILE-NOT-A-TABLE", new Place(file.Name), name));
                return null;
            }

            return TextDialect.Of(sample, file, findings) is { } dialect ? (sample, dialect) : null;
        }
        catch (InvalidDataException broken)
        {
            findings.Add(Finding.Error("FILE-ARCHIVE", new Place(file.Name), "", ("problem", broken.Message)));
        }
        catch (UnfoldsTooFarException bomb)
        {
            findings.Add(Unfolds(file, 0, bomb));
        }

        return null;
    }

    static Finding Unfolds(FiledFile file, int row, UnfoldsTooFarException bomb) =>
        Finding.Error("FILE-UNFOLDS-TOO-FAR", new Place(file.Name, Row: row), "", ("most", bomb.Most.ToString(CultureInfo.InvariantCulture)));

    // The parser's own ways of giving up, said in words.
    static bool Next(CsvParser parser, FiledFile file, string encoding, int rows, FindingList findings)
    {
        try
        {
            return parser.Read();
        }
        catch (DecoderFallbackException wrong)
        {
            var bytes = string.Join(' ', wrong.BytesUnknown?.Select(one => one.ToString("X2", CultureInfo.InvariantCulture)) ?? []);
            findings.Add(Finding.Error("FILE-ENCODING", new Place(file.Name, Row: rows + 1), bytes, ("encoding", encoding)));
        }
        catch (UnfoldsTooFarException bomb)
        {
            findings.Add(Unfolds(file, rows + 1, bomb));
        }
        catch (InvalidDataException broken)
        {
            findings.Add(Finding.Error("FILE-ARCHIVE", new Place(file.Name, Row: rows + 1), "", ("problem", broken.Message)));
        }
        catch (LineTooLongException endless)
        {
            findings.Add(Finding.Error("FILE-LINE-TOO-LONG", new Place(file.Name, Row: rows + 1), "", ("most", endless.Most.ToString(CultureInfo.InvariantCulture))));
        }
        catch (MaxFieldSizeException)
        {
            findings.Add(Finding.Error("FILE-OPEN-QUOTE", new Place(file.Name, Row: rows + 1)));
        }

        return false;
    }

    // A quote that opens a cell and is never closed swallows every row behind it; the parser hands them over as one cell and says nothing.
    static bool EndsInsideQuotes(string record, char delimiter) =>
        record.AsSpan().Count('"') % 2 == 1 && (record.StartsWith('"') || record.Contains(delimiter + "\"", StringComparison.Ordinal));
}
