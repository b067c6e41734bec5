-- grain: year, school_code
-- inputs: school, filed_lineage, county_as_now
-- clause: method.md §9a, code changes; docs/method/time.md
-- Under which code a school of any year goes now: that of the school it was recoded into or merged with, as far as lineage was filed. A school that closed or was split keeps its own.

with recursive successor as (
    -- Of several that took over one school, the one that took most.
    select year, predecessor_code, school_code
    from filed_lineage
    where event in ('recoded', 'merged') and school_code <> predecessor_code
    qualify row_number() over (partition by year, predecessor_code order by predecessor_share desc nulls last, school_code) = 1
),

step as (
    select year, school_code, school_code as school_code_now, year as reached, 0 as steps
    from school
    union all
    select step.year, step.school_code, successor.school_code, successor.year, step.steps + 1
    from step
    join successor on successor.predecessor_code = step.school_code_now and successor.year > step.reached
)

select
    step.year,
    step.school_code,
    step.school_code_now,
    school.county_code,
    county_as_now.county_code_now
from step
join school on school.year = step.year and school.school_code = step.school_code
join county_as_now on county_as_now.year = school.year and county_as_now.county_code = school.county_code
qualify row_number() over (partition by step.year, step.school_code order by step.steps desc) = 1
