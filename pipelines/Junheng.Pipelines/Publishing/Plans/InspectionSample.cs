using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Plans;

/// <summary>
/// The schools a city inspects in a year: a share of all, drawn by county, kind and area, the same for the same seed. With rotation (ours: no document asks for it) every school
/// registered at the start of a cycle is drawn exactly once in it; else each year is drawn anew.
/// </summary>
public static class InspectionSample
{
    // Schools are put in one order, stratum by stratum and by lot within each; every n-th is drawn, so that each stratum has its share. Those that opened since stand behind, so that
    // nobody's place moves within a cycle; those that closed keep theirs and are not drawn.
    const string Drawn = """
        with register as (
            select school.*, min(year) over (partition by school_code) as first_year
            from school
        ),
        base as (
            select coalesce(max(year) filter (where year <= $start), min(year)) as year
            from school
        ),
        seen as (
            select
                register.school_code,
                greatest(register.first_year, base.year) as since,
                arg_min(register.county_code, register.year) as county_code,
                coalesce(arg_min(register.school_type, register.year), '') as school_type,
                coalesce(arg_min(register.area, register.year), '') as area
            from register
            cross join base
            group by register.school_code, greatest(register.first_year, base.year)
        ),
        placed as (
            select
                school_code,
                row_number() over (order by since, county_code, school_type, area, md5(concat($seed, '|', $draw, '|', school_code)), school_code) - 1 as place
            from seen
        )
        select
            register.county_code, county.county_name, register.school_code, register.school_name, register.school_type,
            case when $zh then rule_school_type.name_zh else rule_school_type.name_en end as school_type_name,
            register.area, (placed.place + $offset) % $parts = 0 as drawn
        from register
        join placed on placed.school_code = register.school_code
        join county on county.county_code = register.county_code
        left join rule_school_type on rule_school_type.school_type = register.school_type
        where register.year = (select coalesce(max(year) filter (where year <= $year), min(year)) from school)
        order by register.county_code, register.school_code
        """;

    const string Share = """
        select share, case when $zh then name_zh else name_en end as name, quote
        from plan_clause
        where plan_id = $plan and kind = 'inspection' and share > 0
        order by sort_order
        limit 1
        """;

    /// <summary>The share that the plan's clause on inspection names; no rows where it names none.</summary>
    public static RowSet ShareOf(SnapshotReader reader, string plan, bool chinese, CancellationToken cancellation) =>
        reader.Query(Share, cancellation, ("plan", plan), ("zh", chinese));

    /// <summary>Years in which every school is inspected once when each year takes at least the share.</summary>
    public static int YearsOf(decimal share) => Math.Max(1, (int)Math.Floor(1 / share));

    /// <returns>Every school registered, and whether it is drawn.</returns>
    public static RowSet Of(SnapshotReader reader, int year, ulong seed, int years, bool rotated, bool chinese, CancellationToken cancellation) => reader.Query(
        Drawn,
        cancellation,
        ("start", rotated ? year - (year % years) : year),
        ("seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("draw", rotated ? 0 : year),
        ("offset", rotated ? years - (year % years) : 0),
        ("parts", years),
        ("year", year),
        ("zh", chinese));
}
