using Junheng.Pipelines.Publishing.Comparing;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Planning.WhatIf;

/// <summary>Before and after of everything a supposition touches: the cells, the values, the verdicts; and checks that now fail.</summary>
public sealed class WhatIfComparison(Snapshot before, SnapshotReader after, CancellationToken cancellation)
{
    public static readonly IReadOnlyList<string> Columns = ["kind", "table", "year", "unit_code", "unit_name", "stage", "item", "before", "after"];

    public RowSet Rows()
    {
        var names = after.Query(
            "select cast(year as varchar) || school_code, school_name from school union select county_code, county_name from county order by all", cancellation).Rows
            .GroupBy(row => (string)row[0]!).ToDictionary(group => group.Key, group => group.First()[1] as string, StringComparer.Ordinal);
        return new RowSet(Columns, [.. new[] { ComparedTable.Cells, ComparedTable.Judged }.SelectMany(tables => tables).SelectMany(RowsOf)]);

        IEnumerable<IReadOnlyList<object?>> RowsOf(ComparedTable table) => after
            .Query(table.Differences(PathOf(before, table.Table), PathOf(after.Snapshot, table.Table), "", ""), cancellation).Rows
            .Select(IReadOnlyList<object?> (row) => [table.Kind, table.Table, row[0], row[1], NameOf((int)row[0]!, (string)row[1]!), row[2], row[3], row[4], row[5]]);

        string? NameOf(int year, string unit) => names.GetValueOrDefault($"{RowFormats.Text(year)}{unit}") ?? names.GetValueOrDefault(unit);
    }

    /// <summary>Checks of what is filed that the supposed quantities do not pass, and the filed ones did.</summary>
    public IReadOnlyList<string> NewlyFailing(bool chinese) => after.Query(
        $"""
        select distinct case when $zh then now.what_zh else now.what_en end as what
        from failed_check as now
        left join read_parquet({PathOf(before, "failed_check")}) as old using (check_name, year, unit_code, stage, subject, field)
        where old.check_name is null
        order by what
        """, cancellation, ("zh", chinese)).Rows.Select(row => (string)row[0]!).ToList();

    static string PathOf(Snapshot snapshot, string table) => SqlText.Literal(snapshot.PathOf(table));
}
