-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, school_rule_result, school
-- All schools, classes and accounting units must pass. The reason is that of the first school by code, and schools are named.

with due as (
    select *
    from county_rule
    where level in ('school', 'class', 'budget_unit') and not_applicable = ''
),

named as (
    select
        school_rule_result.*,
        school.school_name,
        row_number() over (
            partition by
                school_rule_result.year, school_rule_result.county_code, school_rule_result.stage,
                school_rule_result.indicator, school_rule_result.part, school_rule_result.verdict
            order by school_rule_result.school_code
        ) as position
    from school_rule_result
    join school on school.year = school_rule_result.year and school.school_code = school_rule_result.school_code
),

total as (
    select
        year,
        county_code,
        stage,
        indicator,
        part,
        count(distinct unit_code) as units,
        count(distinct unit_code) filter (where verdict = 'not_met') as failing,
        count(distinct unit_code) filter (where verdict = 'unknown') as unknown_units,
        count(*) filter (where verdict_without_exceptions = 'not_met') as failing_without,
        count(*) filter (where verdict_without_exceptions = 'unknown') as unknown_without,
        count(*) filter (where verdict_with_exceptions = 'not_met') as failing_with,
        count(*) filter (where verdict_with_exceptions = 'unknown') as unknown_with,
        coalesce(string_agg(distinct exception, ',' order by exception) filter (where exception <> ''), '') as exception,
        count(*) filter (where verdict = 'not_met') as failing_schools,
        count(*) filter (where verdict = 'unknown') as unknown_schools,
        max(case when verdict = 'not_met' and position = 1 then reason end) as failing_reason,
        max(case when verdict = 'unknown' and position = 1 then reason end) as unknown_reason,
        string_agg(school_name, '、' order by position) filter (where verdict = 'not_met' and position <= 5) as failing_names,
        string_agg(school_name, '、' order by position) filter (where verdict = 'unknown' and position <= 5) as unknown_names,
        string_agg(evidence, '; ' order by position) filter (where verdict = 'not_met' and position <= 5 and evidence <> '') as failing_cells
    from named
    group by year, county_code, stage, indicator, part
),

judged as (
    select
        due.year,
        due.county_code,
        due.stage,
        due.indicator,
        due.part,
        coalesce(total.units, 0) as units,
        coalesce(total.failing, 0) as failing,
        coalesce(total.unknown_units, 0) as unknown_units,
        total.failing_schools,
        total.unknown_schools,
        total.failing_reason,
        total.unknown_reason,
        total.failing_names,
        total.unknown_names,
        total.failing_cells,
        case
            when total.failing > 0 then 'not_met'
            when total.unknown_units > 0 or due.register_incomplete then 'unknown'
            when total.units is null then 'not_applicable'
            else 'met'
        end as verdict,
        case
            when total.failing_without > 0 then 'not_met'
            when total.unknown_without > 0 or due.register_incomplete then 'unknown'
            when total.units is null then 'not_applicable'
            else 'met'
        end as verdict_without_exceptions,
        case
            when total.failing_with > 0 then 'not_met'
            when total.unknown_with > 0 or due.register_incomplete then 'unknown'
            when total.units is null then 'not_applicable'
            else 'met'
        end as verdict_with_exceptions,
        coalesce(total.exception, '') as exception
    from due
    left join total
        on total.year = due.year
        and total.county_code = due.county_code
        and total.stage = due.stage
        and total.indicator = due.indicator
        and total.part = due.part
)

select
    year,
    county_code,
    stage,
    indicator,
    part,
    part as rule_part,
    cast(null as double) as value,
    cast(null as decimal(38, 12)) as numerator,
    cast(null as decimal(38, 12)) as denominator,
    verdict,
    case verdict
        when 'not_met' then failing_reason
        when 'unknown' then coalesce(unknown_reason, 'register_incomplete')
        when 'not_applicable' then 'no_school_in_scope'
        else ''
    end as reason,
    coalesce(case verdict
        when 'not_met' then concat(failing_names, case when failing_schools > 5 then concat(' 等', failing_schools, '个') end)
        when 'unknown' then concat(unknown_names, case when unknown_schools > 5 then concat(' 等', unknown_schools, '个') end)
    end, '') as detail_zh,
    coalesce(case verdict
        when 'not_met' then concat(failing_names, case when failing_schools > 5 then concat(' (', failing_schools, ' in all)') end)
        when 'unknown' then concat(unknown_names, case when unknown_schools > 5 then concat(' (', unknown_schools, ' in all)') end)
    end, '') as detail_en,
    coalesce(case when verdict = 'not_met' then failing_cells end, '') as evidence,
    cast(units as integer) as units_in_scope,
    cast(failing as integer) as units_failing,
    cast(unknown_units as integer) as units_unknown,
    exception,
    verdict_without_exceptions,
    verdict_with_exceptions
from judged
