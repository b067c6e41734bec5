-- grain: year, county_code
-- inputs: school, filed_procedure
-- clause: method.md §4.6
-- How far each county had come on the way to recognition at the end of the year: its latest step, when it was first recognised as basically balanced and, if it was, nationally.

with counties as (
    select distinct year, county_code from school
),

step as (
    select
        counties.year,
        counties.county_code,
        filed_procedure.step,
        filed_procedure.done_on,
        filed_procedure.document,
        filed_procedure.step_result,
        filed_procedure.year as step_year,
        case filed_procedure.step
            when 'basic_recognised' then 1
            when 'self_evaluation' then 2
            when 'application' then 3
            when 'city_review' then 4
            when 'province_evaluation' then 5
            when 'national_recognition' then 6
            else 7
        end as position
    from counties
    join filed_procedure on filed_procedure.county_code = counties.county_code and filed_procedure.year <= counties.year
),

-- A step without a date counts as the first thing of its year.
latest as (
    select
        *,
        row_number() over (
            partition by year, county_code
            order by step_year desc, coalesce(done_on, make_date(step_year, 1, 1)) desc, position desc
        ) as recency
    from step
),

known as (
    select
        year,
        county_code,
        count(*) as steps,
        min(done_on) filter (where step = 'basic_recognised' and step_result = 'passed') as basic_recognised_on,
        min(step_year) filter (where step = 'basic_recognised' and step_result = 'passed') as basic_recognised_year,
        min(done_on) filter (where step = 'national_recognition' and step_result = 'passed') as recognised_on
    from step
    group by year, county_code
)

select
    counties.year,
    counties.county_code,
    latest.step,
    latest.done_on,
    latest.step_result,
    latest.document,
    latest.step_year,
    cast(coalesce(known.steps, 0) as integer) as steps,
    known.basic_recognised_on,
    cast(counties.year - known.basic_recognised_year as integer) as years_since_basic,
    known.recognised_on
from counties
left join latest on latest.year = counties.year and latest.county_code = counties.county_code and latest.recency = 1
left join known on known.year = counties.year and known.county_code = counties.county_code
