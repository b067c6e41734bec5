using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
        new("sheet", "VARCHAR", false),
        new("row", "INTEGER", false),
        new("column", "INTEGER", false),
        new("text", "VARCHAR", false),
    ];

    readonly Dictionary<string, string> batches = new(StringComparer.Ordinal);

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
        return files.Where(file => batches.ContainsKey(KeyOf(file))).ToList();
    }

    /// <summary>Whether the cells of a file are kept.</summary>
    public bool Has(FiledFile file)
    {
        if (batches.Count == 0 && Directory.Exists(CellsFolder)) LoadIndex();
        return batches.ContainsKey(KeyOf(file));
    }

    /// <summary>A kept file's rows in their order.</summary>
    public IEnumerable<RawRow> Rows(FiledFile file, DuckDbEngine engine, CancellationToken cancellation)
    {
        var cells = SqlText.Literal(Path.Combine(CellsFolder, batches[KeyOf(file)] + ".parquet"));
        using var reader = engine.Read(
            $"SELECT sheet, row, \"column\", text FROM read_parquet({cells}) WHERE file = {SqlText.Literal(KeyOf(file))} ORDER BY sheet, row, \"column\"",
            cancellation);
        List<string>? row = null;
        var (sheet, number) = ("", 0);
        while (reader.Read())
        {
            if (row is null || number != reader.GetInt32(1) || sheet != reader.GetString(0))
            {
                if (row is not null) yield return new RawRow(sheet, number, row);
                (sheet, number, row) = (reader.GetString(0), reader.GetInt32(1), []);
            }

            var column = reader.GetInt32(2);
            while (row.Count < column - 1) row.Add("");
            row.Add(reader.GetString(3));
        }

        if (row is not null) yield return new RawRow(sheet, number, row);
    }

    static string KeyOf(FiledFile file) =>
        $"{file.Sha256}:{FileReaders.For(file.Name)?.Version ?? "no reader"}:{file.Encoding}";

    void LoadIndex()
    {
        foreach (var path in Directory.EnumerateFiles(CellsFolder, "*.json").Order(StringComparer.Ordinal))
        {
            var batch = Path.GetFileNameWithoutExtension(path);
            if (!File.Exists(Path.ChangeExtension(path, ".parquet"))) continue;
            foreach (var key in JsonSerializer.Deserialize<List<string>>(File.ReadAllText(path)) ?? []) batches[key] = batch;
        }
    }

    void ReadBatch(List<FiledFile> fresh, DuckDbEngine engine, FindingList findings, Action<string> progress, CancellationToken cancellation)
    {
        var read = new List<string>();
        using var writer = TableWriter.Create(tempFolder, CellColumns);
        foreach (var file in fresh)
        {
            // Two files of the same bytes are read once; where they cannot be read, both are told.
            if (read.Contains(KeyOf(file))) continue;
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

            var before = findings.Errors;
            foreach (var row in reader.Read(file with { Path = kept }, findings, cancellation)) WriteRow(writer, KeyOf(file), row);
            if (findings.Errors == before) read.Add(KeyOf(file));
        }

        if (read.Count == 0) return;
        var batch = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', read))))[..32];
        writer.Complete(engine, Path.Combine(CellsFolder, batch + ".parquet"), ["file", "sheet", "row", "column"], cancellation);
        // The index makes the batch count, so it is written last and whole.
        AtomicFile.Write(Path.Combine(CellsFolder, batch + ".json"), JsonSerializer.Serialize(read));
        foreach (var key in read) batches[key] = batch;
    }

    // Empty cells are not kept, but the first of a row always is: it says that the row was there.
    static void WriteRow(TableWriter writer, string key, RawRow row)
    {
        var number = row.Number.ToString(CultureInfo.InvariantCulture);
        for (var index = 0; index < Math.Max(1, row.Cells.Count); index++)
        {
            var text = index < row.Cells.Count ? row.Cells[index] : "";
            if (text.Length > 0 || index == 0)
                writer.Write(key, row.Sheet, number, (index + 1).ToString(CultureInfo.InvariantCulture), text);
        }
    }

    // The cells are read from the kept bytes, so that what is kept is what was read; null when the file changed since its hash was taken.
    string? KeepBytes(FiledFile file)
    {
        var path = Path.Combine(FilesFolder, file.Sha256);
        if (File.Exists(path)) return path;
        var partial = path + ".part";
        File.Copy(file.Path, partial, overwrite: true);
        using (var copy = File.OpenRead(partial))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(copy)) != file.Sha256) return null;
        }

        File.Move(partial, path, overwrite: true);
        return path;
    }
}
