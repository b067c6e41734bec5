namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>整改台账: each gap with the measures that people filed against it and whether they are closed; then the tasks of the plan.</summary>
static class RemedySheets
{
    // A measure filed in an earlier year stands until it is closed. Closed without evidence is a claim.
    const string Sql = """
        measure as (select * from filed_school_plan where year <= $year and coalesce(standing, '') <> 'superseded'),
        gap as (select * from remedy where year = $year and (amount > 0 or amount is null or covered_by <> '')),
        remedied as (
            select
                coalesce(gap.school_code, measure.school_code) as school_code, coalesce(gap.stage, measure.stage, 'all') as stage, coalesce(gap.indicator, measure.indicator) as indicator,
                gap.value, gap.threshold, gap.amount, case when $zh then gap.unit else gap.unit_en end as unit, gap.cost,
                measure.year, measure.measure, measure.measure_kind, measure.measure_amount, measure.measure_cost, measure.funds_source, measure.responsible_office, measure.responsible_person,
                measure.starts_on, measure.ends_on, measure.committed, measure.evidence, measure.closed, measure.closed_on,
                case
                    when measure.measure is null then 'open'
                    when measure.closed = 'yes' and measure.evidence is not null then 'closed'
                    when measure.closed = 'yes' then 'claimed'
                    when measure.ends_on < cast($as_of as date) then 'overdue'
                    else 'running'
                end as remedy_state
            from gap
            full join measure on measure.school_code = gap.school_code and measure.indicator = gap.indicator and coalesce(measure.stage, gap.stage) = gap.stage
        )
        select
            school.county_code, county_name, remedied.school_code, named_school.school_name, stage, indicator, indicator_name, remedy_state, value, threshold, amount, unit, cost,
            coalesce(departments, case when $zh then '（未明确）' else '(not named)' end) as departments, involved, remedied.year, measure, measure_kind, measure_amount, measure_cost, funds_source, responsible_office, responsible_person, starts_on, ends_on, committed, evidence, closed, closed_on
        from remedied
        join school on school.year = $year and school.school_code = remedied.school_code
        join named_school on named_school.year = $year and named_school.school_code = remedied.school_code
        join county_word on county_word.county_code = school.county_code
        join indicator_word using (indicator)
        left join office_word on office_word.county_code = school.county_code and office_word.indicator = remedied.indicator
        where not $public and ($county is null or school.county_code = $county)
        order by school.county_code, remedied.school_code, stage = 'junior', indicator_word.sort_order, indicator, remedied.year, measure
        """;

    public static readonly TabulatedSheet Schools = new("remedy_schools", Sql, ["remedy", "filed_school_plan"], FrozenColumns: 5);

    public static readonly IReadOnlyList<TabulatedSheet> All = [Schools, LedgerSheets.Tasks];
}
