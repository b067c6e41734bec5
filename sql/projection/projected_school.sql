-- grain: origin, school_code, stage, indicator, year, method
-- inputs: school_indicator, committed_addition, projected_grade
-- clause: method.md §9.1; docs/method/projection.md
-- What each school would have and whom it would teach one and two years after an origin, from the counts of the six years up to it: as they were (last_value), moved on by their
-- mean yearly change (drift), or by the median of all changes between two counts (theil_sen). Resources change by amounts, enrolment by rates, so that by stage no small school runs empty.
-- Where grades are filed, a fourth method (cohort) takes pupils from grade to grade and resources by the median change; a school without such grades is then projected by stage.
-- A school with a committed measure due in these years has what it has and what the plan adds, by every method. The latest origin looks ahead; the four before it are what the
-- methods are tried on.

with counted as (
    select year, county_code, school_code, stage, indicator, cast(numerator as double) as amount, cast(denominator as double) as pupils
    from school_indicator
    where part = '' and numerator is not null and denominator > 0
),

origin as (
    select distinct year as origin
    from counted
    where year > (select min(year) from counted) and year >= (select max(year) from counted) - 4
),

history as (
    select origin.origin, counted.*
    from origin
    join counted on counted.year between origin.origin - 5 and origin.origin
),

standing as (
    select
        now.origin,
        now.county_code,
        now.school_code,
        now.stage,
        now.indicator,
        now.amount,
        now.pupils,
        arg_min(past.amount, past.year) as first_amount,
        arg_min(past.pupils, past.year) as first_pupils,
        now.origin - min(past.year) as span
    from history as now
    join history as past
        on past.origin = now.origin
        and past.school_code = now.school_code
        and past.stage = now.stage
        and past.indicator = now.indicator
    where now.year = now.origin
    group by now.origin, now.county_code, now.school_code, now.stage, now.indicator, now.amount, now.pupils
),

slope as (
    select
        later.origin,
        later.school_code,
        later.stage,
        later.indicator,
        median((later.amount - earlier.amount) / (later.year - earlier.year)) as amount,
        median((ln(later.pupils) - ln(earlier.pupils)) / (later.year - earlier.year)) as pupils
    from history as later
    join history as earlier
        on earlier.origin = later.origin
        and earlier.school_code = later.school_code
        and earlier.stage = later.stage
        and earlier.indicator = later.indicator
        and earlier.year < later.year
    group by later.origin, later.school_code, later.stage, later.indicator
),

-- In every county or in none: methods are compared over the same schools.
method as (
    select unnest(['last_value', 'drift', 'theil_sen']) as method
    union all
    select 'cohort' where exists (select 1 from projected_grade)
),

cohort as (
    select origin, school_code, stage, year, sum(pupils) as pupils
    from projected_grade
    group by origin, school_code, stage, year
),

-- A school that is new has no slope and stays as it is.
moved as (
    select
        standing.origin,
        standing.county_code,
        standing.school_code,
        standing.stage,
        standing.indicator,
        ahead.years,
        method.method,
        case
            when committed_addition.amount is not null then standing.amount + cast(committed_addition.amount as double)
            when method.method = 'last_value' then standing.amount
            when method.method = 'drift' then standing.amount + ahead.years * coalesce((standing.amount - standing.first_amount) / nullif(standing.span, 0), 0)
            else standing.amount + ahead.years * coalesce(slope.amount, 0)
        end as amount,
        case
            when method.method = 'cohort' and cohort.pupils is not null then cast(cohort.pupils as double)
            when method.method = 'last_value' then standing.pupils
            when method.method = 'drift' then standing.pupils * exp(ahead.years * coalesce((ln(standing.pupils) - ln(standing.first_pupils)) / nullif(standing.span, 0), 0))
            else standing.pupils * exp(ahead.years * coalesce(slope.pupils, 0))
        end as pupils,
        case when method.method = 'cohort' and cohort.pupils is not null then 'grade' else 'stage' end as pupils_basis,
        case when committed_addition.amount is not null then 'committed' else 'method' end as resource_basis
    from standing
    left join slope
        on slope.origin = standing.origin
        and slope.school_code = standing.school_code
        and slope.stage = standing.stage
        and slope.indicator = standing.indicator
    cross join (values (1), (2)) as ahead (years)
    cross join method
    left join cohort
        on cohort.origin = standing.origin
        and cohort.school_code = standing.school_code
        and cohort.stage = standing.stage
        and cohort.year = standing.origin + ahead.years
    left join committed_addition
        on committed_addition.origin = standing.origin
        and committed_addition.school_code = standing.school_code
        and committed_addition.stage = standing.stage
        and committed_addition.indicator = standing.indicator
        and committed_addition.year = standing.origin + ahead.years
)

select
    cast(origin as integer) as origin,
    school_code,
    stage,
    indicator,
    cast(origin + years as integer) as year,
    method,
    county_code,
    cast(greatest(amount, 0) as decimal(38, 12)) as amount,
    cast(pupils as decimal(38, 6)) as pupils,
    pupils_basis,
    resource_basis
from moved
