-- grain: county_code, stage, indicator, year
-- inputs: filed_measure, spread_change, county_before, county_as_now, school_change, failed_check, check_rule, rule_term
-- clause: method.md §9.1, planning pitfall 1: show Δ(X/P) as a resource part and an enrolment part
-- What changed since the year before, and through what. The county mean k·X/P moves by k·ΔX·(1/P₀ + 1/P₁)/2 through resources and by k·(X₀ + X₁)/2·Δ(1/P) through
-- enrolment; the two add up exactly. Breaks are flagged and not smoothed away.

with step as (
    select
        now.*,
        before.value as value_before,
        before.total as total_before,
        before.pupils as pupils_before,
        before.cv as cv_before,
        before.schools_unknown as schools_unknown_before,
        cast(now.times as double) * (cast(now.total as double) - cast(before.total as double))
            * (1 / cast(before.pupils as double) + 1 / cast(now.pupils as double)) / 2 as by_resources
    from filed_measure as now
    left join county_before on county_before.year = now.year and county_before.county_code = now.county_code
    left join filed_measure as before
        on before.year = now.year - 1
        and before.county_code = county_before.county_code_before
        and before.stage = now.stage
        and before.indicator = now.indicator
        and before.value is not null
        and now.value is not null
),

moved as (
    select
        county_as_now.year,
        county_as_now.county_code,
        bool_or(school_change.cause = 'boundary') as boundary,
        bool_or(school_change.cause in ('entered', 'left', 'unexplained')) as opened_or_closed
    from county_as_now
    join school_change on school_change.year = county_as_now.year and school_change.county_code_now = county_as_now.county_code_now
    group by county_as_now.year, county_as_now.county_code
),

-- Checks on the fields an indicator is made of. A break is told by the return: both the year it fell and the year it came back are no trend.
noted as (
    select distinct failed_check.year, failed_check.county_code, rule_term.stage, rule_term.indicator, check_rule.kind
    from failed_check
    join check_rule on check_rule.check_name = failed_check.check_name and check_rule.kind in ('break', 'jump')
    join rule_term on rule_term.field = failed_check.field and rule_term.part = '' and failed_check.stage in (rule_term.stage, 'all')
    union
    select distinct failed_check.year + 1, failed_check.county_code, rule_term.stage, rule_term.indicator, 'break'
    from failed_check
    join check_rule on check_rule.check_name = failed_check.check_name and check_rule.kind = 'break'
    join rule_term on rule_term.field = failed_check.field and rule_term.part = '' and failed_check.stage in (rule_term.stage, 'all')
)

select
    step.county_code,
    step.stage,
    step.indicator,
    step.year,
    step.value,
    step.value - step.value_before as change,
    case when step.per_pupil then step.by_resources end as resources,
    case when step.per_pupil then step.value - step.value_before - step.by_resources end as enrolment,
    step.cv,
    step.cv - step.cv_before as cv_change,
    spread_change.by_resources as cv_resources,
    spread_change.by_enrolment as cv_enrolment,
    case when spread_change.year is not null then (step.cv - step.cv_before) - (spread_change.cv_now - spread_change.cv_before) end as cv_schools,
    concat_ws(
        ',',
        case when step.value is null then 'not_known' when step.value_before is null then 'no_year_before' end,
        case when break.kind is not null then 'break' end,
        case when jump.kind is not null then 'jump' end,
        case when moved.boundary then 'boundary' end,
        case when moved.opened_or_closed then 'schools_opened_or_closed' end,
        case when step.schools_unknown > 0 or step.schools_unknown_before > 0 then 'missing_school' end
    ) as flag
from step
left join spread_change
    on step.cv is not null
    and step.cv_before is not null
    and spread_change.year = step.year
    and spread_change.county_code = step.county_code
    and spread_change.stage = step.stage
    and spread_change.indicator = step.indicator
left join moved on moved.year = step.year and moved.county_code = step.county_code
left join noted as break
    on break.kind = 'break'
    and break.year = step.year
    and break.county_code = step.county_code
    and break.stage = step.stage
    and break.indicator = step.indicator
left join noted as jump
    on jump.kind = 'jump'
    and jump.year = step.year
    and jump.county_code = step.county_code
    and jump.stage = step.stage
    and jump.indicator = step.indicator
