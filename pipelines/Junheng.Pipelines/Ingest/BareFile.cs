using System.Security.Cryptography;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest;

/// <summary>A file somebody wants to look at before describing it: its layout is guessed and said, and nothing is kept.</summary>
/// <param name="HeaderRow">The first row as wide as the table; 0 when there is none.</param>
/// <param name="Records">Rows below the header that are neither blank nor totals.</param>
public sealed record BareTable(string Sheet, string Encoding, int HeaderRow, int Rows, int Records, IReadOnlyList<BareColumn> Columns);

/// <summary>One column and what its cells are.</summary>
/// <param name="Cells">As they stand there, record by record.</param>
public sealed record BareColumn(string Letters, string Header, int Numbers, int Words, int Blank, IReadOnlyList<string> Cells);

public static class BareFile
{
    static readonly string[] TotalWords = ["合计", "总计", "小计", "总 计", "合 计", "Total", "total"];

    /// <summary>Every table of the file; what cannot be read is a finding.</summary>
    public static IReadOnlyList<BareTable> Read(string path, FindingList findings, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (FileReaders.For(name) is not { } reader)
        {
            findings.Add(Finding.Error("FILE-NO-READER", new Place(name), Path.GetExtension(name)));
            return [];
        }

        foreach (var encoding in TextEncodings.Names)
        {
            var attempt = new FindingList();
            var rows = reader.Read(FileAt(path, name, encoding), attempt, cancellation).ToList();
            // Bytes that are not UTF-8 are, in these offices, nearly always the national encoding.
            if (attempt.Any(finding => finding.Code == "FILE-ENCODING") && encoding != TextEncodings.Names[^1]) continue;
            findings.AddRange(attempt);
            return rows.GroupBy(row => row.Sheet).Select(sheet => TableOf(sheet.Key, encoding, sheet.ToList())).ToList();
        }

        return [];
    }

    static FiledFile FileAt(string path, string name, string encoding)
    {
        using var stream = File.OpenRead(path);
        return new FiledFile(name, path, [], null, encoding, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }

    static BareTable TableOf(string sheet, string encoding, List<RawRow> rows)
    {
        var width = rows.Max(row => row.Cells.Count(IsFilled));
        var header = rows.FirstOrDefault(row => row.Cells.Count(IsFilled) == width && !row.Cells.Any(cell => NumberText.TryRead(cell, out _)));
        var records = rows.Where(row => row.Number > header.Number && row.Cells.Any(IsFilled) && !IsTotal(row)).ToList();
        var columns = Enumerable.Range(0, header.Cells?.Count ?? 0).Select(index => ColumnOf(index, header.Cells![index], records)).ToList();
        return new BareTable(sheet, encoding, header.Number, rows.Count, records.Count, columns);
    }

    static BareColumn ColumnOf(int index, string header, List<RawRow> records)
    {
        var cells = records.Select(row => index < row.Cells.Count ? row.Cells[index] : "").ToList();
        var filled = cells.Where(IsFilled).ToList();
        var numbers = filled.Count(cell => NumberText.TryRead(cell, out _));
        return new BareColumn(Place.Letters(index + 1), header.Trim(), numbers, filled.Count - numbers, cells.Count - filled.Count, cells);
    }

    static bool IsFilled(string cell) => !string.IsNullOrWhiteSpace(cell);

    static bool IsTotal(RawRow row) => row.Cells.FirstOrDefault(IsFilled) is { } first && TotalWords.Contains(first.Trim(), StringComparer.Ordinal);
}
