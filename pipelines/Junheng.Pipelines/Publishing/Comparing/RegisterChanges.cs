using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Comparing;

/// <summary>
/// Schools that stand in one of two snapshots and not in the other, or in another county, and what that is: a boundary that was moved over them, an event that lineage tells of, a county that goes by
/// another code, or only a register that reads otherwise.
/// </summary>
internal sealed class RegisterChanges
{
    readonly Dictionary<(int Year, string Unit), SortedSet<string>> causes = [];

    public RegisterChanges(SnapshotReader reader, Snapshot old, CancellationToken cancellation)
    {
        var now = reader.Snapshot;
        var successors = Rows(now, "county_code_change", "county_code, county_code_now").Concat(Rows(old, "county_code_change", "county_code, county_code_now"))
            .DistinctBy(row => row[0]).ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        var told = Told(old).Concat(Told(now)).ToHashSet();
        var (before, after) = (Schools(old), Schools(now));
        // A year that only one of them has is new, and no register of it reads otherwise.
        var years = before.Keys.Select(key => key.Year).Intersect(after.Keys.Select(key => key.Year)).ToHashSet();
        foreach (var key in before.Keys.Union(after.Keys).Where(key => years.Contains(key.Year)))
        {
            var (from, to) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (from == to) continue;
            var cause = told.Contains(key) ? "lineage" : from is null || to is null ? "register" : Today(from) == Today(to) ? "recoded" : "boundary";
            foreach (var unit in new[] { key.School, from, to }.OfType<string>()) Add((key.Year, unit), cause);
        }

        string Today(string county) => successors.GetValueOrDefault(county, county);

        Dictionary<(int Year, string School), string> Schools(Snapshot snapshot) =>
            Rows(snapshot, "school", "year, school_code, county_code").ToDictionary(row => ((int)row[0]!, (string)row[1]!), row => (string)row[2]!);

        // A new name moves nobody.
        IEnumerable<(int Year, string School)> Told(Snapshot snapshot) => Rows(snapshot, "filed_lineage", "year, school_code, predecessor_code", "where event <> 'renamed'")
            .SelectMany(row => new[] { row[1], row[2] }.OfType<string>().Select(school => ((int)row[0]!, school)));

        // A snapshot from before a table was made has none.
        IEnumerable<IReadOnlyList<object?>> Rows(Snapshot snapshot, string table, string columns, string where = "") => snapshot.Table(table) is null
            ? []
            : reader.Query($"select {columns} from read_parquet({SqlText.Literal(snapshot.PathOf(table))}) {where} order by all", cancellation).Rows;
    }

    /// <summary>Why the schools of a county, or the school itself, are others than they were; nothing where they are the same.</summary>
    public IEnumerable<string> Of(int year, string unit) => causes.GetValueOrDefault((year, unit), []);

    void Add((int Year, string Unit) place, string cause)
    {
        if (!causes.TryGetValue(place, out var known)) causes[place] = known = new(StringComparer.Ordinal);
        known.Add(cause);
    }
}
