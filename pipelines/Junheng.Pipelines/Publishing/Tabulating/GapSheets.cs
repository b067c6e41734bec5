namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>缺口清单: what must be added, by county and indicator, by school, and by the office that answers for it.</summary>
static class GapSheets
{
    static readonly TabulatedSheet Counties = new("gap_counties", """
        marked as (select * from county_gap where year = $year and ($county is null or county_code = $county))
        select
            county_code, county_name, stage, indicator, indicator_name, schools, schools_short, schools_left_at_floor, schools_unknown,
            amount, case when $zh then unit else unit_en end as unit, cost, to_threshold
        from marked
        join county_word using (county_code)
        join indicator_word using (indicator)
        where schools_short > 0 or schools_unknown > 0
        order by county_code, stage = 'junior', indicator_word.sort_order, indicator
        """, ["county_gap"], FrozenColumns: 5);

    // What several stages share is counted on one row; the other says so.
    static readonly TabulatedSheet Schools = new("gap_schools", """
        marked as (select * from remedy where year = $year and ($county is null or county_code = $county))
        select
            county_code, county_name, school_code, school_name, stage, indicator, indicator_name, band, value, threshold, floor, left_at_floor,
            amount, case when $zh then unit else unit_en end as unit, price, cost,
            case when covered_by = 'primary' then case when $zh then '共用，计在小学' else 'shared: counted with primary' end
                 when covered_by = 'junior' then case when $zh then '共用，计在初中' else 'shared: counted with junior' end
                 else coalesce(words, reason) end as note
        from marked
        join named_school using (year, school_code)
        join county_word using (county_code)
        join indicator_word using (indicator)
        left join reason_word on reason_word.code = marked.reason
        where not $public
        order by county_code, school_code, stage = 'junior', indicator_word.sort_order, indicator
        """, ["remedy"], FrozenColumns: 5);

    /// <summary>By county, year, office and indicator: an amount stands with the lead alone, the others have none.</summary>
    public static readonly TabulatedSheet Offices = new("gap_offices", """
        marked as (select * from remedy_department where year = $year and ($county is null or county_code = $county))
        select
            county_code, any_value(county_name) as county_name, year, any_value(coalesce(nullif(case when $zh then department else department_en end, ''), case when $zh then '（未明确牵头）' else '(no lead named)' end)) as department,
            role, indicator, any_value(indicator_name) as indicator_name, count(distinct school_code) as schools, count(*) filter (where counted and amount is null) as gaps_unknown,
            sum(amount) filter (where counted) as amount, any_value(case when $zh then unit else unit_en end) filter (where counted) as unit,
            case when count(*) filter (where amount > 0 and cost is null) = 0 then sum(cost) filter (where counted) end as cost
        from marked
        join county_word using (county_code)
        join indicator_word using (indicator)
        group by county_code, year, department, role, indicator
        order by county_code, department = '', department, role, any_value(indicator_word.sort_order), indicator
        """, ["remedy_department"], FrozenColumns: 4);

    public static readonly IReadOnlyList<TabulatedSheet> All = [Counties, Offices, Schools];
}
