using System.Security.Cryptography;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Ingest.Tables;

namespace Junheng.Pipelines.Ingest;

/// <summary>One table of a file somebody wants to look at before describing it: its layout is guessed and said, and nothing is kept.</summary>
/// <param name="Encoding">For text how it is encoded; for a workbook its kind.</param>
/// <param name="HeaderRow">The last row of its header; 0 when there is none.</param>
/// <param name="Rows">All rows there are.</param>
/// <param name="Records">Rows below the header that are neither blank nor totals, notes or column numbers.</param>
public sealed record BareTable(string Sheet, string Encoding, int HeaderRow, int Rows, int Records, IReadOnlyList<BareColumn> Columns)
{
    /// <summary>The first row of the header, where it has several.</summary>
    public int FirstHeaderRow { get; init; }

    /// <summary>The row of each record.</summary>
    public IReadOnlyList<int> RecordRows { get; init; } = [];

    /// <summary>What separates the cells, by its name; empty for a workbook.</summary>
    public string Delimiter { get; init; } = "";

    public int Totals { get; init; }

    public int Notes { get; init; }

    /// <summary>Rows that number the columns: A B C, 甲 1 2.</summary>
    public int NumberRows { get; init; }
}

/// <summary>One column and what its cells are.</summary>
/// <param name="Cells">As they stand there, record by record.</param>
public sealed record BareColumn(string Letters, string Header, int Numbers, int Words, int Blank, IReadOnlyList<string> Cells);

public static class BareFile
{
    /// <summary>Every table of the file; what cannot be read is a finding.</summary>
    public static IReadOnlyList<BareTable> Read(string path, FindingList findings, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        // Looked at by content: a file of any name may be a table.
        var reader = FileReaders.For(name) ?? FileReaders.For(name + ".csv")!;
        var file = FileAt(path, name, TextEncodings.Detect);
        var rows = reader.Read(file, findings, cancellation).ToList();
        if (rows.Count == 0) return [];
        var (kind, delimiter) = KindOf(file);
        return rows.GroupBy(row => row.Sheet).Select(sheet => TableOf(sheet.Key, kind, sheet.ToList()) with { Delimiter = delimiter }).ToList();
    }

    /// <summary>What looks wrong in a table: one finding a kind and column.</summary>
    public static IEnumerable<Finding> Faults(string path, BareTable table) => table.Columns.SelectMany(column => ColumnFaults.In(
        new Place(Path.GetFileName(path), table.Sheet), column.Letters, column.Header, table.RecordRows.Zip(column.Cells, (row, text) => (row, text)).ToList()));

    static (string Kind, string Delimiter) KindOf(FiledFile file) => FileStart.Of(FileStart.Read(file.Path)) switch
    {
        { Kind: FileKind.Zip } => ("xlsx", ""),
        { Kind: FileKind.Compound } => ("xls", ""),
        _ => new DelimitedTextReader().DialectOf(file) is { } dialect ? (dialect.Encoding, DelimiterGuess.NameOf(dialect.Delimiter)) : ("", ""),
    };

    static FiledFile FileAt(string path, string name, string encoding)
    {
        using var stream = File.OpenRead(path);
        return new FiledFile(name, path, [], null, encoding, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }

    static BareTable TableOf(string sheet, string kind, List<RawRow> rows)
    {
        var header = HeaderFinder.Find(rows);
        // Without a header there are no columns, and what a row is cannot be told.
        var below = header == HeaderFinder.None ? [] : rows.Where(row => row.Number > header.Last && !row.IsBlank).ToList();
        // What stands between the header and the first number, much narrower than the header, is a left-over of it: units in brackets, a lower level out of place.
        var start = below.Find(row => row.Cells.Any(cell => NumberText.TryRead(cell, out _))).Number;
        var kinds = below.ToLookup(row => row.Number < start && row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) * 3 < header.Names.Count ? RowKind.Note : KindOf(row));
        var records = kinds[RowKind.Record].ToList();
        var columns = header.Names.Select((name, index) => ColumnOf(index, name, records)).ToList();
        return new BareTable(sheet, kind, header.Last, rows.Count, records.Count, columns)
        {
            FirstHeaderRow = header.First,
            RecordRows = records.ConvertAll(row => row.Number),
            Totals = kinds[RowKind.Total].Count(),
            Notes = kinds[RowKind.Note].Count(),
            NumberRows = kinds[RowKind.ColumnNumbers].Count(),
        };
    }

    static BareColumn ColumnOf(int index, string header, List<RawRow> records)
    {
        var cells = records.ConvertAll(row => index < row.Cells.Count ? row.Cells[index] : "");
        var filled = cells.FindAll(cell => !string.IsNullOrWhiteSpace(cell));
        var numbers = filled.Count(cell => NumberText.TryRead(cell, out _));
        return new BareColumn(Place.Letters(index + 1), header, numbers, filled.Count - numbers, cells.Count - filled.Count, cells);
    }

    static RowKind KindOf(RawRow row)
    {
        if (ColumnNumbers.Are(row.Cells)) return RowKind.ColumnNumbers;
        if (RowKinds.IsTotal(row)) return RowKind.Total;
        return RowKinds.IsNote(row) ? RowKind.Note : RowKind.Record;
    }

    enum RowKind
    {
        Record,
        Total,
        Note,
        ColumnNumbers,
    }
}
