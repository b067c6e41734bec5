using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Plans;

/// <summary>What is missing to the standard, in things one can add: by county and indicator, by school, or by the office that answers for it.</summary>
public static class Gaps
{
    const string ByIndicator = """
        select
            county_gap.county_code, county_name,
            county_gap.stage, county_gap.indicator,
            case when $zh then rule_indicator.short_zh else rule_indicator.short_en end as indicator_name,
            county_gap.schools, county_gap.schools_short, county_gap.schools_left_at_floor, county_gap.schools_unknown,
            county_gap.amount, case when $zh then county_gap.unit else county_gap.unit_en end as unit, county_gap.cost
        from county_gap
        join rule_indicator on rule_indicator.indicator = county_gap.indicator
        join county using (county_code)
        where county_gap.year = $year and ($county is null or county_gap.county_code = $county)
            and (county_gap.schools_short > 0 or county_gap.schools_unknown > 0)
        order by county_gap.county_code, county_gap.stage = 'junior', rule_indicator.sort_order
        """;

    const string BySchool = """
        select
            remedy.county_code, county_name, remedy.school_code, school.school_name, remedy.stage, remedy.indicator,
            case when $zh then rule_indicator.short_zh else rule_indicator.short_en end as indicator_name,
            remedy.value, remedy.threshold, remedy.left_at_floor, remedy.covered_by, remedy.reason,
            remedy.amount, case when $zh then remedy.unit else remedy.unit_en end as unit, remedy.cost
        from remedy
        join rule_indicator on rule_indicator.indicator = remedy.indicator
        join school on school.year = remedy.year and school.school_code = remedy.school_code
        join county on county.county_code = remedy.county_code
        where remedy.year = $year and ($county is null or remedy.county_code = $county)
        order by remedy.county_code, remedy.school_code, remedy.stage = 'junior', rule_indicator.sort_order
        """;

    // An amount nobody leads stands with nobody; who only takes part has none.
    const string ByOffice = """
        select
            remedy_department.county_code, nullif(case when $zh then remedy_department.department else any_value(remedy_department.department_en) end, '') as department, remedy_department.role, remedy_department.indicator,
            case when $zh then any_value(rule_indicator.short_zh) else any_value(rule_indicator.short_en) end as indicator_name,
            count(distinct remedy_department.school_code) as schools,
            count(*) filter (where remedy_department.counted and remedy_department.amount is null) as gaps_unknown,
            sum(remedy_department.amount) filter (where remedy_department.counted) as amount,
            any_value(case when $zh then remedy_department.unit else remedy_department.unit_en end) filter (where remedy_department.counted) as unit,
            case when count(*) filter (where remedy_department.amount > 0 and remedy_department.cost is null) = 0 then sum(remedy_department.cost) filter (where remedy_department.counted) end as cost
        from remedy_department
        join rule_indicator on rule_indicator.indicator = remedy_department.indicator
        where remedy_department.year = $year and ($county is null or remedy_department.county_code = $county)
        group by remedy_department.county_code, remedy_department.department, remedy_department.role, remedy_department.indicator
        order by remedy_department.county_code, remedy_department.department = '', remedy_department.department, remedy_department.role, any_value(rule_indicator.sort_order)
        """;

    public static readonly IReadOnlyList<string> Ways = ["indicator", "school", "office"];

    /// <param name="by">One of <see cref="Ways"/>.</param>
    public static RowSet Of(SnapshotReader reader, string by, int year, string? county, bool chinese, CancellationToken cancellation) => reader.Query(
        by switch { "school" => BySchool, "office" => ByOffice, _ => ByIndicator }, cancellation, ("year", year), ("county", county), ("zh", chinese));
}
