using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>The readers there are.</summary>
public static class FileReaders
{
    public static readonly IReadOnlyList<IFileReader> All = [new DelimitedTextReader(), new WorkbookReader()];

    static readonly ContentReader ByContent = new();

    /// <summary>What reads a file of this name; null for one whose ending no reader knows. Which reader it is in the end, the content decides.</summary>
    public static IFileReader? For(string fileName) => ByContent.Reads(fileName) ? ByContent : null;

    /// <summary>Hands a file to the reader of what it is, whatever it is called: county files are renamed by hand, and exports lie about themselves.</summary>
    sealed class ContentReader : IFileReader
    {
        public string Version => string.Join(" + ", All.Select(reader => reader.Version));

        public bool Reads(string fileName) => All.Any(reader => reader.Reads(fileName));

        public IEnumerable<RawRow> Read(FiledFile file, FindingList findings, CancellationToken cancellation)
        {
            var (kind, name) = FileStart.Of(FileStart.Read(file.Path));
            if (kind == FileKind.Foreign)
            {
                findings.Add(Finding.Error("FILE-NOT-A-TABLE", new Place(file.Name), name));
                return [];
            }

            IFileReader reader = kind is FileKind.Text or FileKind.Gzip ? All[0] : All[1];
            var (errors, rows) = (findings.Errors, reader.Read(file, findings, cancellation));
            return Fits(file.Name, kind) ? rows : Renamed(rows);

            // Said last, and only of a file that could be read: whoever has to mend it has one thing to mend.
            IEnumerable<RawRow> Renamed(IEnumerable<RawRow> read)
            {
                foreach (var row in read) yield return row;
                if (findings.Errors == errors) findings.Add(Finding.Note("FILE-RENAMED", new Place(file.Name), kind == FileKind.Zip ? ".xlsx" : name));
            }
        }

        static bool Fits(string fileName, FileKind kind) => (Path.GetExtension(fileName).ToLowerInvariant(), kind) switch
        {
            (".gz", FileKind.Gzip) => true,
            (".xlsx" or ".xlsm", FileKind.Zip) => true,
            (".xls" or ".et", FileKind.Compound) => true,
            (".csv" or ".txt" or ".tsv", FileKind.Text) => true,
            _ => false,
        };
    }
}
