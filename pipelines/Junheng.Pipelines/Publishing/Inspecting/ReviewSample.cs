using System.Globalization;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Inspecting;

/// <summary>
/// The few schools of one county that the city visits in its review (市级复核), drawn apart from the yearly inspection: spread over kinds and areas, by lot within each, the same
/// for the same seed. How many is the city's choice; no document read so far gives a number.
/// </summary>
public static class ReviewSample
{
    // Schools in one order, stratum by stratum and by lot within each, are a circle; from a place the seed chooses, every n-th is taken, so that each stratum has its share.
    const string Drawn = """
        with placed as (
            select
                school.*,
                row_number() over (order by coalesce(school_type, ''), coalesce(area, ''), md5(concat($seed, '|review|', school_code)), school_code) - 1 as place,
                count(*) over () as schools
            from school
            where year = $year and county_code = $county
        ),
        turned as (
            select *, (place + cast(concat('0x', left(md5(concat($seed, '|', $county)), 7)) as bigint)) % schools as turn
            from placed
        )
        select
            turned.county_code, county.county_name, turned.school_code, turned.school_name, turned.school_type,
            case when $zh then rule_school_type.name_zh else rule_school_type.name_en end as school_type_name,
            turned.area
        from turned
        join county on county.county_code = turned.county_code
        left join rule_school_type on rule_school_type.school_type = turned.school_type
        where (turned.turn + 1) * $count // turned.schools > turned.turn * $count // turned.schools
        order by turned.school_code
        """;

    public static RowSet Of(SnapshotReader reader, int year, string county, int count, ulong seed, bool chinese, CancellationToken cancellation) => reader.Query(
        Drawn,
        cancellation,
        ("year", year),
        ("county", county),
        ("count", count),
        ("seed", seed.ToString(CultureInfo.InvariantCulture)),
        ("zh", chinese));

    /// <summary>Every school of the county that year.</summary>
    public static long SchoolsOf(SnapshotReader reader, int year, string county, CancellationToken cancellation) => Convert.ToInt64(
        reader.Query("select count(*) from school where year = $year and county_code = $county", cancellation, ("year", year), ("county", county)).Rows[0][0], CultureInfo.InvariantCulture);
}
