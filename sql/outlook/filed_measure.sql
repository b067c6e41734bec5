-- grain: year, county_code, stage, indicator
-- inputs: county_coefficient, rule, county_indicator, school_indicator
-- What a county's indicators were in each year, with what they are made of: for what is judged school by school the county mean (times · ΣX / ΣP) and the coefficient between
-- schools, for the county's own indicators the value. Only there is the denominator something else than enrolment.

with of_schools as (
    select
        school_indicator.year,
        school_indicator.county_code,
        school_indicator.stage,
        school_indicator.indicator,
        rule.times,
        count(*) filter (where school_indicator.numerator is null) as schools_unknown,
        cast(sum(school_indicator.numerator) filter (where school_indicator.denominator > 0) as decimal(38, 12)) as total,
        cast(sum(school_indicator.denominator) filter (where school_indicator.numerator is not null) as decimal(38, 6)) as pupils
    from school_indicator
    join rule
        on rule.indicator = school_indicator.indicator
        and rule.part = school_indicator.part
        and rule.stage = school_indicator.stage
    where school_indicator.part = ''
    group by school_indicator.year, school_indicator.county_code, school_indicator.stage, school_indicator.indicator, rule.times
),

-- A judgement or an indicator in parts has no one number.
measured as (
    select distinct indicator
    from county_indicator
    where part = '' and value is not null
)

select
    of_schools.year,
    of_schools.county_code,
    of_schools.stage,
    of_schools.indicator,
    true as per_pupil,
    case when of_schools.pupils > 0 then cast(of_schools.times as double) * cast(of_schools.total as double) / cast(of_schools.pupils as double) end as value,
    of_schools.times,
    of_schools.total,
    of_schools.pupils,
    county_coefficient.cv,
    cast(of_schools.schools_unknown as integer) as schools_unknown
from of_schools
left join county_coefficient
    on county_coefficient.year = of_schools.year
    and county_coefficient.county_code = of_schools.county_code
    and county_coefficient.stage = of_schools.stage
    and county_coefficient.indicator = of_schools.indicator
union all
select year, county_code, stage, indicator, false, value, cast(null as integer), cast(null as decimal(38, 12)), cast(null as decimal(38, 6)), cast(null as double), 0
from county_indicator
where part = '' and indicator in (select indicator from measured)
