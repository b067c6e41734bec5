using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Ingest.Raw;

/// <summary>
/// What was filed, kept for good: the original bytes by hash under <c>files/</c>, and their untyped cells with addresses under <c>cells/</c>, in batches of
/// files. Maps are applied to the cells afterwards, so a wrong map can be mended on day 30 without the original files.
/// </summary>
public sealed class RawStore(string folder, string tempFolder)
{
    static readonly IReadOnlyList<TableColumn> CellColumns =
    [
        new("file", "VARCHAR", false),
        new("sheet_number", "INTEGER", false),
        new("sheet", "VARCHAR", false),
        new("row", "INTEGER", false),
        new("column", "INTEGER", false),
        new("text", "VARCHAR", false),
        new("merged_text", "VARCHAR", true),
    ];

    readonly Dictionary<string, (string Batch, IReadOnlyList<KeptFinding> Told)> batches = new(StringComparer.Ordinal);

    string FilesFolder => Path.Combine(folder, "files");

    string CellsFolder => Path.Combine(folder, "cells");

    /// <summary>Keeps the files that are not kept yet. A file that cannot be read leaves findings and no cells, and is tried again next time.</summary>
    /// <returns>The files whose cells are there.</returns>
    public IReadOnlyList<FiledFile> Keep(IReadOnlyList<FiledFile> files, DuckDbEngine engine, FindingList findings, Action<string> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(FilesFolder);
        Directory.CreateDirectory(CellsFolder);
        LoadIndex();
        var fresh = files.Where(file => !batches.ContainsKey(KeyOf(file))).ToList();
        if (fresh.Count > 0) ReadBatch(fresh, engine, findings, progress, cancellation);
        var there = files.Where(file => batches.ContainsKey(KeyOf(file))).ToList();
        // What the reader noticed is told each time the cells are used, not only on the day they were read.
        foreach (var file in there) findings.AddRange(batches[KeyOf(file)].Told.Select(told => told.For(file)));
        return there;
    }

    /// <summary>Whether the cells of a file are kept.</summary>
    public bool Has(FiledFile file)
    {
        if (batches.Count == 0 && Directory.Exists(CellsFolder)) LoadIndex();
        return batches.ContainsKey(KeyOf(file));
    }

    /// <summary>Where the bytes of a file are kept; null when they are not.</summary>
    public string? OriginalOf(FiledFile file) => Path.Combine(FilesFolder, file.Sha256) is var path && File.Exists(path) ? path : null;

    /// <summary>A kept file's rows in their order, sheet after sheet.</summary>
    public IEnumerable<RawRow> Rows(FiledFile file, DuckDbEngine engine, CancellationToken cancellation)
    {
        var cells = SqlText.Literal(Path.Combine(CellsFolder, batches[KeyOf(file)].Batch + ".parquet"));
        using var reader = engine.Read(
            $"SELECT sheet_number, row, \"column\", sheet, text, merged_text FROM read_parquet({cells}) WHERE file = {SqlText.Literal(MarkOf(KeyOf(file)))} ORDER BY sheet_number, row, \"column\"",
            cancellation);
        RowUnderWay? row = null;
        while (reader.Read())
        {
            var (sheet, number) = (reader.GetInt32(0), reader.GetInt32(1));
            if (row is null || row.SheetNumber != sheet || row.Number != number)
            {
                if (row is not null) yield return row.Done();
                row = new RowUnderWay(sheet, reader.GetString(3), number);
            }

            row.Add(reader.GetInt32(2) - 1, reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5));
        }

        if (row is not null) yield return row.Done();
    }

    /// <summary>What stands beside each cell of a file, short because there are millions.</summary>
    public static string MarkOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    static string KeyOf(FiledFile file) =>
        $"{file.Sha256}:{FileReaders.For(file.Name)?.Version ?? "no reader"}:{file.Encoding}:{file.Delimiter}:{Path.GetExtension(file.Name).ToLowerInvariant()}";

    void LoadIndex()
    {
        foreach (var path in Directory.EnumerateFiles(CellsFolder, "*.json").Order(StringComparer.Ordinal))
        {
            var batch = Path.GetFileNameWithoutExtension(path);
            if (!File.Exists(Path.ChangeExtension(path, ".parquet"))) continue;
            foreach (var kept in KeptFile.ReadAll(path)) batches[kept.Key] = (batch, kept.Told);
        }
    }

    void ReadBatch(List<FiledFile> fresh, DuckDbEngine engine, FindingList findings, Action<string> progress, CancellationToken cancellation)
    {
        var read = new List<KeptFile>();
        using var writer = TableWriter.Create(tempFolder, CellColumns);
        // Each file's rows come in their order and stay in it: sorting every cell of a filing would hold them all in memory at once.
        foreach (var file in fresh)
        {
            var key = KeyOf(file);
            // Two files of the same bytes are read once; where they cannot be read, both are told.
            if (read.Exists(kept => kept.Key == key)) continue;
            progress(file.Name);
            if (FileReaders.For(file.Name) is not { } reader)
            {
                findings.Add(Finding.Error("FILE-NO-READER", new Place(file.Name), Path.GetExtension(file.Name)));
                continue;
            }

            if (KeepBytes(file) is not { } kept)
            {
                findings.Add(Finding.Error("FILE-CHANGED", new Place(file.Name)));
                continue;
            }

            var told = new FindingList();
            var (mark, sheets) = (MarkOf(key), new List<string>());
            foreach (var row in reader.Read(file with { Path = kept }, told, cancellation))
            {
                if (sheets.Count == 0 || sheets[^1] != row.Sheet) sheets.Add(row.Sheet);
                WriteRow(writer, mark, sheets.Count, row);
            }

            if (told.HasErrors) findings.AddRange(told);
            else read.Add(new KeptFile(key, told.Select(KeptFinding.Of).ToList()));
        }

        if (read.Count == 0) return;
        var batch = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', read.Select(kept => kept.Key)))))[..32];
        writer.Complete(engine, Path.Combine(CellsFolder, batch + ".parquet"), [], cancellation);
        // The index makes the batch count, so it is written last and whole.
        KeptFile.WriteAll(Path.Combine(CellsFolder, batch + ".json"), read);
        foreach (var kept in read) batches[kept.Key] = (batch, kept.Told);
    }

    // Empty cells are not kept, but the first of a row always is: it says that the row was there.
    static void WriteRow(TableWriter writer, string mark, int sheet, RawRow row)
    {
        var (sheetNumber, number) = (sheet.ToString(CultureInfo.InvariantCulture), row.Number.ToString(CultureInfo.InvariantCulture));
        var width = Math.Max(row.Cells.Count, row.Covered is { Count: > 0 } all ? all.Keys.Max() + 1 : 1);
        for (var index = 0; index < width; index++)
        {
            var text = index < row.Cells.Count ? row.Cells[index] : "";
            var covered = row.Covered is not null && row.Covered.TryGetValue(index, out var merged) ? merged : null;
            if (text.Length > 0 || covered is not null || index == 0)
                writer.Write(mark, sheetNumber, row.Sheet, number, (index + 1).ToString(CultureInfo.InvariantCulture), text, covered);
        }
    }

    // The cells are read from the kept bytes, so that what is kept is what was read; null when the file changed since its hash was taken.
    string? KeepBytes(FiledFile file)
    {
        var path = Path.Combine(FilesFolder, file.Sha256);
        if (File.Exists(path)) return path;
        var partial = path + ".part";
        try
        {
            File.Copy(file.Path, partial, overwrite: true);
            using (var copy = File.OpenRead(partial))
            {
                if (Convert.ToHexStringLower(SHA256.HashData(copy)) != file.Sha256) return null;
            }

            File.Move(partial, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    sealed class RowUnderWay(int sheetNumber, string sheet, int number)
    {
        readonly List<string> cells = [];
        Dictionary<int, string>? covered;

        public int SheetNumber => sheetNumber;

        public int Number => number;

        public void Add(int index, string text, string? merged)
        {
            if (merged is not null) (covered ??= []).Add(index, merged);
            if (text.Length == 0 && index > 0) return;
            while (cells.Count < index) cells.Add("");
            cells.Add(text);
        }

        public RawRow Done() => new(sheet, number, cells, covered);
    }
}
