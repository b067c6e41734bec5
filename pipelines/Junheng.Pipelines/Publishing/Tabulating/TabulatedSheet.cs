using Junheng.Models;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>One list of a workbook: a query, and where its columns are explained.</summary>
/// <param name="Name">Its title is the text <c>sheet.title.(name)</c>.</param>
/// <param name="Sql">May use <c>$year</c>, <c>$county</c> (null for all), <c>$zh</c>, <c>$public</c> and <c>$as_of</c>, and the tables of <see cref="Words"/>.</param>
/// <param name="Tables">Of the snapshot, in whose catalog the columns' meanings stand; the first that has the column.</param>
/// <param name="FrozenColumns">Those that say what a row is about.</param>
public sealed record TabulatedSheet(string Name, string Sql, IReadOnlyList<string> Tables, int FrozenColumns = 2)
{
    /// <summary>What queries need again and again: names in the language asked for, and the schools that may be named.</summary>
    const string Words = """
        with county_word as (
            select county_code, case when $zh then county_name else coalesce((select min(county_name_en) from plan_target where plan_target.county_code = county.county_code), county_name) end as county_name
            from county
        ),
        indicator_word as (
            select indicator, sort_order, case when $zh then short_zh else short_en end as indicator_name
            from rule_indicator
        ),
        reason_word as (
            select reason as code, case when $zh then zh else en end as words
            from reason
        ),
        office_word as (
            select
                county_code, indicator,
                nullif(case when $zh then answering_zh else answering_en end, '') as departments,
                case when $zh then involved_zh else involved_en end as involved
            from office_words
        ),
        named_school as (
            select year, school_code, school_name
            from school
            where not $public or not (
                exists (select 1 from school_verdict where school_verdict.year = school.year and school_verdict.school_code = school.school_code and verdict <> 'met')
                or exists (select 1 from school_rule_result where school_rule_result.year = school.year and school_rule_result.school_code = school.school_code and verdict in ('not_met', 'unknown'))
                -- A pack without a rule for the whole school: each indicator counts.
                or (not exists (select 1 from rule_school)
                    and exists (select 1 from school_indicator where school_indicator.year = school.year and school_indicator.school_code = school.school_code and part = '' and verdict in ('not_met', 'unknown')))
            )
        ),
        """;

    public RowSet RowsOf(SnapshotReader reader, Tabulation about, CancellationToken cancellation)
    {
        var sql = Words + "\n" + Sql;
        (string Name, object? Value)[] all = [("year", about.Year), ("county", about.County), ("zh", about.Language == Language.Zh), ("public", about.Edition == Edition.Public), ("as_of", reader.Snapshot.Catalog.AsOf)];
        return reader.Query(sql, cancellation, [.. all.Where(one => sql.Contains("$" + one.Name, StringComparison.Ordinal))]);
    }

    /// <summary>What the catalog says of a column; null where it is only a name that stands beside a code.</summary>
    public CatalogColumn? Explained(Catalog catalog, string column) =>
        Tables.Append("county").Append("school").Select(name => catalog.Tables.FirstOrDefault(table => table.Name == name)?.Columns.FirstOrDefault(one => one.Name == column)).FirstOrDefault(found => found is not null);
}
