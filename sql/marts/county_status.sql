-- grain: year, county_code
-- inputs: school, school_stage, school_verdict, school_indicator, county_coefficient, quarantine
-- What each county filed, what is missing, and how it was judged, in one row a year.

with counties as (
    select year, county_code, count(*) as schools
    from school
    group by year, county_code
),

stages as (
    select
        year,
        county_code,
        count(*) filter (where expected) as stages_expected,
        count(*) filter (where filed) as stages_filed
    from school_stage
    group by year, county_code
),

aside as (
    select year, county_code, count(*) as rows_aside
    from quarantine
    where year is not null and county_code is not null
    group by year, county_code
),

inputs as (
    select year, county_code, count(*) as inputs_missing
    from school_indicator
    where reason not in ('', 'threshold_unknown')
    group by year, county_code
),

verdicts as (
    select
        year,
        county_code,
        count(*) filter (where stage = 'primary') as primary_stages,
        count(*) filter (where stage = 'primary' and verdict = 'met') as primary_met,
        count(*) filter (where stage = 'junior') as junior_stages,
        count(*) filter (where stage = 'junior' and verdict = 'met') as junior_met,
        count(*) filter (where verdict = 'unknown') as stages_unknown
    from school_verdict
    group by year, county_code
),

coefficients as (
    select
        year,
        county_code,
        count(*) filter (where verdict = 'met') as coefficients_met,
        count(*) filter (where verdict = 'not_met') as coefficients_not_met,
        count(*) filter (where verdict = 'unknown') as coefficients_unknown,
        count(*) filter (where verdict = 'not_applicable') as coefficients_not_applicable
    from county_coefficient
    group by year, county_code
)

select
    counties.year,
    counties.county_code,
    cast(counties.schools as integer) as schools,
    cast(coalesce(stages.stages_expected, 0) as integer) as stages_expected,
    cast(coalesce(stages.stages_filed, 0) as integer) as stages_filed,
    cast(coalesce(inputs.inputs_missing, 0) as integer) as inputs_missing,
    cast(coalesce(aside.rows_aside, 0) as integer) as rows_aside,
    cast(verdicts.primary_met as integer) as primary_met,
    cast(verdicts.primary_stages as integer) as primary_stages,
    cast(verdicts.junior_met as integer) as junior_met,
    cast(verdicts.junior_stages as integer) as junior_stages,
    cast(verdicts.stages_unknown as integer) as stages_unknown,
    cast(coalesce(coefficients.coefficients_met, 0) as integer) as coefficients_met,
    cast(coalesce(coefficients.coefficients_not_met, 0) as integer) as coefficients_not_met,
    cast(coalesce(coefficients.coefficients_unknown, 0) as integer) as coefficients_unknown,
    cast(coalesce(coefficients.coefficients_not_applicable, 0) as integer) as coefficients_not_applicable
from counties
left join stages on stages.year = counties.year and stages.county_code = counties.county_code
left join aside on aside.year = counties.year and aside.county_code = counties.county_code
left join inputs on inputs.year = counties.year and inputs.county_code = counties.county_code
left join verdicts on verdicts.year = counties.year and verdicts.county_code = counties.county_code
left join coefficients on coefficients.year = counties.year and coefficients.county_code = counties.county_code
