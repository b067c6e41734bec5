-- grain: year, county_code, stage, indicator, part
-- inputs: school, school_stage, register_aside, rule_part
-- What is to be judged for each county. A part does not apply only where the register shows none of what it is about, and no row of the register was set aside.

with counties as (
    select distinct year, county_code from school
),

taught as (
    select distinct year, county_code, stage
    from school_stage
    where coalesce(pupils <> 0, true)
),

kinds as (
    select distinct year, county_code, school_type from school
)

select
    counties.year,
    counties.county_code,
    rule_part.stage,
    rule_part.indicator,
    rule_part.part,
    rule_part.dimension,
    rule_part.level,
    rule_part.formula,
    rule_part.from_schools,
    rule_part.times,
    rule_part.threshold,
    rule_part.threshold_tested,
    rule_part.comparison,
    rule_part.measure,
    rule_part.share,
    rule_part.at_zero,
    case
        when register_aside.rows_aside is not null then ''
        when rule_part.stage <> 'all' and taught.stage is null then 'no_such_stage'
        when rule_part.applies_to is not null and kinds.school_type is null then 'no_such_school'
        else ''
    end as not_applicable,
    register_aside.rows_aside is not null as register_incomplete
from counties
join rule_part
    on counties.year >= coalesce(rule_part.valid_from, counties.year)
    and counties.year <= coalesce(rule_part.valid_to, counties.year)
left join register_aside on register_aside.year = counties.year and register_aside.county_code = counties.county_code
left join taught on taught.year = counties.year and taught.county_code = counties.county_code and taught.stage = rule_part.stage
left join kinds on kinds.year = counties.year and kinds.county_code = counties.county_code and kinds.school_type = rule_part.applies_to
