-- grain: year, stage, indicator, school_code
-- inputs: school_indicator, school_as_now, coefficient_base
-- clause: docs/method/time.md, as filed and as now
-- The schools that a coefficient counts, each with two counties of today: that which its county's code has become, and that in which the school stands now, wherever the boundary ran then.

with latest as (
    -- A school that closed stands where it stood last.
    select school_code_now, county_code_now as county_code_today
    from school_as_now
    qualify row_number() over (partition by school_code_now order by year desc, school_code = school_code_now desc, school_code) = 1
)

select
    school_indicator.year,
    school_indicator.stage,
    school_indicator.indicator,
    school_indicator.school_code,
    school_indicator.county_code,
    school_as_now.county_code_now,
    latest.county_code_today,
    coefficient_base.times,
    cast(school_indicator.numerator as decimal(38, 12)) as amount,
    cast(school_indicator.denominator as decimal(38, 6)) as pupils
from school_indicator
join school_as_now on school_as_now.year = school_indicator.year and school_as_now.school_code = school_indicator.school_code
join latest on latest.school_code_now = school_as_now.school_code_now
join coefficient_base
    on coefficient_base.year = school_indicator.year
    and coefficient_base.county_code = school_indicator.county_code
    and coefficient_base.stage = school_indicator.stage
    and coefficient_base.indicator = school_indicator.indicator
where school_indicator.part = '' and school_indicator.numerator is not null and school_indicator.denominator > 0
