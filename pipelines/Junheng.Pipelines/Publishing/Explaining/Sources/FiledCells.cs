using System.Globalization;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>The text of cells as filed, from the warehouse's raw cells. Where those are gone, a snapshot is explained without it.</summary>
/// <param name="texts">False where only addresses are wanted: then nothing is read, and no text is known.</param>
public sealed class FiledCells(SnapshotReader reader, CancellationToken cancellation, bool texts = true)
{
    readonly Dictionary<(string File, string Sheet, int Row), IReadOnlyDictionary<string, string>?> rows = [];
    readonly Lazy<IReadOnlyDictionary<string, string>> hashes = new(() => reader
        .Query("select file, sha256 from source_file", cancellation).Rows
        .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal));

    readonly Lazy<IReadOnlyList<(string Key, string Batch)>> index = new(() => IndexOf(reader.Snapshot));

    /// <summary>Reads several rows of a file at once; afterwards <see cref="Row"/> answers for them.</summary>
    public void Fetch(string file, string sheet, IEnumerable<int> wanted)
    {
        var missing = wanted.Where(row => !rows.ContainsKey((file, sheet, row))).Distinct().Order().ToList();
        if (missing.Count == 0) return;
        foreach (var row in missing) rows[(file, sheet, row)] = null;
        if (!texts || Find(file) is not { } found) return;
        var text = string.Join(',', missing.Select(row => row.ToString(CultureInfo.InvariantCulture)));
        var cells = reader.Query(
            $"""
            select "row", "column", text from read_parquet({SqlText.Literal(found.Batch)})
            where file = $file and sheet = $sheet and "row" in (select cast(unnest(string_split($rows, ',')) as integer))
            order by "row", "column"
            """,
            cancellation,
            ("file", found.Key), ("sheet", sheet), ("rows", text));
        foreach (var group in cells.Rows.GroupBy(cell => (int)cell[0]!))
            rows[(file, sheet, group.Key)] = group.ToDictionary(cell => Models.Findings.Place.Letters((int)cell[1]!), cell => (string)cell[2]!, StringComparer.Ordinal);
    }

    /// <summary>A row's cells by column letters, blank ones left out; null when the row's text is not there.</summary>
    public IReadOnlyDictionary<string, string>? Row(string file, string sheet, int row)
    {
        Fetch(file, sheet, [row]);
        return rows[(file, sheet, row)];
    }

    (string Key, string Batch)? Find(string file)
    {
        if (!hashes.Value.TryGetValue(file, out var hash)) return null;
        var found = index.Value.LastOrDefault(one => one.Key.StartsWith(hash + ":", StringComparison.Ordinal));
        return found.Key is null ? null : found;
    }

    static List<(string Key, string Batch)> IndexOf(Snapshot snapshot)
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(snapshot.Folder)))!;
        var cells = Path.Combine(new WarehouseFolder(root).Raw, "cells");
        if (!Directory.Exists(cells)) return [];
        return Directory.EnumerateFiles(cells, "*.json").Order(StringComparer.Ordinal)
            .Where(path => File.Exists(Path.ChangeExtension(path, ".parquet")))
            .SelectMany(path => KeptFile.ReadAll(path).Select(kept => (kept.Key, Batch: Path.ChangeExtension(path, ".parquet"))))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
    }
}
