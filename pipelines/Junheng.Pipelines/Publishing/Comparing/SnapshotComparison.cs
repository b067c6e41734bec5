using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Comparing;

/// <summary>What differs between two snapshots of a source, or of two warehouses, and what can have made it differ.</summary>
/// <param name="reader">Of the second snapshot; the first is read by its files.</param>
public sealed class SnapshotComparison(Snapshot old, SnapshotReader reader, CancellationToken cancellation)
{
    const string SiteCheck = "site_check";

    readonly HashSet<(int Year, string Unit)> touched = [];
    readonly RegisterChanges register = new(reader, old, cancellation);
    readonly Lazy<ILookup<(int Year, string School), string>> counties = new(() => new[] { old, reader.Snapshot }
        .SelectMany(snapshot => Schools(snapshot, reader, cancellation)).Distinct().ToLookup(school => (school.Year, school.School), school => school.County));

    Snapshot Now => reader.Snapshot;

    /// <summary>Those with a school in either snapshot.</summary>
    public IReadOnlySet<string> Counties => counties.Value.SelectMany(school => school).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<SnapshotChange> Changes()
    {
        var cells = ComparedTable.Cells.Where(InBoth).SelectMany(CellsOf).ToList();
        var general = GeneralCauses().ToList();
        Touch(cells);
        return [.. cells, .. ComparedTable.Judged.Where(InBoth).SelectMany(table => JudgedOf(table, cells.Count > 0, general))];
    }

    /// <summary>The changes of one county and of the schools that stand in it in either snapshot, by the code of their year.</summary>
    /// <returns>Null when neither snapshot has such a county.</returns>
    public IReadOnlyList<SnapshotChange>? Changes(string county) => Counties.Contains(county)
        ? Changes().Where(change => change.Unit == county || counties.Value[(change.Year, change.Unit)].Contains(county)).ToList()
        : null;

    bool InBoth(ComparedTable table) => old.Table(table.Table) is not null && Now.Table(table.Table) is not null;

    List<SnapshotChange> CellsOf(ComparedTable table)
    {
        var hashes = HashesOf(old).ToHashSet();
        var hashesNow = HashesOf(Now).ToHashSet();
        var sameMap = Same("map.yaml");
        // file, vintage and standing of each side stand behind the two values.
        return Differences(table, Beside(old, table), Beside(Now, table)).Select(row =>
        {
            var (file, vintage, standing) = (row[6] as string, row[7] as string, row[8] as string);
            var (fileNow, vintageNow, standingNow) = (row[9] as string, row[10] as string, row[11] as string);
            var why = standingNow == SiteCheck && standing != SiteCheck ? "site_check"
                : file is not null && fileNow is not null && (vintage, standing) != (vintageNow, standingNow) ? "new_vintage"
                : fileNow is not null && !hashes.Any(input => input.File == fileNow) ? "new_file"
                : file is not null && !hashesNow.Any(input => input.File == file) ? "file_gone"
                : !hashes.SetEquals(hashesNow) && hashes.Except(hashesNow).Any(input => input.File == (fileNow ?? file)) ? "file_changed"
                : sameMap ? "program" : "new_map";
            // Of the cells of a school that came or went, what became of the school says more than the file.
            return ChangeOf(table, row, string.Join(';', register.Of((int)row[0]!, (string)row[1]!).Where(cause => cause == "lineage").Prepend(why)));
        }).ToList();
    }

    IEnumerable<SnapshotChange> JudgedOf(ComparedTable table, bool anyCell, List<string> general) =>
        Differences(table, "", "").Select(row =>
        {
            var (year, unit) = ((int)row[0]!, (string)row[1]!);
            List<string> why = [];
            // A lag reaches a few years back.
            if (Enumerable.Range(year - 6, 7).Any(one => touched.Contains((one, unit)))) why.Add("cells");
            why.AddRange(register.Of(year, unit));
            why.AddRange(general);
            if (why.Count == 0 && !Same("map.yaml")) why.Add("new_map");
            if (why.Count == 0) why.Add(anyCell ? "other_school" : "program");
            return ChangeOf(table, row, string.Join(';', why));
        });

    // Rules and parameters touch everything; which of them touched one value is not known. A map touches cells first, and through them what is judged.
    IEnumerable<string> GeneralCauses()
    {
        if (old.Catalog.RulePack != Now.Catalog.RulePack || !Same("rule-pack.yaml")) yield return "rule";
        if (!old.Catalog.Parameters.Select(one => (one.Name, one.Value)).SequenceEqual(Now.Catalog.Parameters.Select(one => (one.Name, one.Value)))) yield return "parameter";
        if (old.Catalog.AsOf != Now.Catalog.AsOf) yield return "as_of";
    }

    // A county is touched by what its schools filed.
    void Touch(List<SnapshotChange> cells)
    {
        foreach (var cell in cells)
        {
            touched.Add((cell.Year, cell.Unit));
            foreach (var county in counties.Value[(cell.Year, cell.Unit)]) touched.Add((cell.Year, county));
        }
    }

    static IEnumerable<(int Year, string School, string County)> Schools(Snapshot snapshot, SnapshotReader reader, CancellationToken cancellation) => reader
        .Query($"select year, school_code, county_code from read_parquet({Path(snapshot, "school")}) order by all", cancellation).Rows
        .Select(row => ((int)row[0]!, (string)row[1]!, (string)row[2]!));

    static IEnumerable<(string File, string Sha256)> HashesOf(Snapshot snapshot) => snapshot.Catalog.Inputs.Select(input => (input.File, input.Sha256));

    IReadOnlyList<IReadOnlyList<object?>> Differences(ComparedTable table, string beside, string besideNow) =>
        reader.Query(table.Differences(Path(old, table.Table), Path(Now, table.Table), beside, besideNow), cancellation).Rows;

    // A snapshot from before vintages has none.
    static string Beside(Snapshot snapshot, ComparedTable table) => snapshot.Table(table.Table)!.Columns.Any(column => column.Name == "vintage")
        ? ", file, cast(vintage as varchar) as vintage, standing"
        : ", file, cast(null as varchar) as vintage, '' as standing";

    bool Same(string name) => TextOf(old, name) == TextOf(Now, name);

    static string TextOf(Snapshot snapshot, string name)
    {
        var path = System.IO.Path.Combine(snapshot.Folder, "used", name);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    static string Path(Snapshot snapshot, string table) => SqlText.Literal(snapshot.PathOf(table));

    static SnapshotChange ChangeOf(ComparedTable table, IReadOnlyList<object?> row, string why) =>
        new(table.Kind, table.Table, (int)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!, row[4] as string, row[5] as string, why);
}
