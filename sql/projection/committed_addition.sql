-- grain: origin, school_code, stage, indicator, year
-- inputs: filed_school_plan, school_indicator, rule
-- clause: docs/method/projection.md
-- What schools' own plans add by the counts one and two years after an origin, in terms of the indicator's numerator: measures filed as committed, with an amount and a day that falls
-- after the count of the origin. What was delivered by that count has been counted, and what is overdue is no promise any more. A transfer names no school that gives.

with origin as (
    select distinct year as origin
    from school_indicator
    where year > (select min(year) from school_indicator) and year >= (select max(year) from school_indicator) - 4
),

latest as (
    select max(origin) as origin
    from origin
),

-- The plan as it stood, by its latest line: one that is no longer committed is none. Earlier origins do not know later plans, nor when anything was really finished. Both lines of a shared
-- measure are one.
known as (
    select
        origin.origin,
        origin.origin = latest.origin as now,
        plan.school_code,
        plan.stage,
        plan.indicator,
        plan.measure,
        plan.measure_kind,
        plan.committed,
        plan.measure_amount,
        plan.ends_on,
        plan.closed,
        plan.closed_on
    from origin
    cross join latest
    join filed_school_plan as plan on plan.year <= origin.origin or origin.origin = latest.origin
    where coalesce(plan.standing, '') <> 'superseded'
    qualify row_number() over (partition by origin.origin, plan.school_code, plan.stage, plan.indicator, plan.measure order by plan.year desc) = 1
),

dated as (
    select *, case when now and closed = 'yes' then coalesce(closed_on, ends_on) else ends_on end as due_on
    from known
    where committed = 'yes'
        and measure_kind in ('recruit', 'build', 'convert', 'buy')
        and measure_amount > 0
        and not coalesce(closed = 'yes' and coalesce(closed_on, ends_on) <= make_date(origin, 9, 1), false)
),

-- Of one stage a measure for the whole school is that stage's; of several only what they share is divided between them.
standing as (
    select
        school_indicator.year as origin,
        school_indicator.school_code,
        school_indicator.stage,
        school_indicator.indicator,
        rule.split,
        count(*) over (partition by school_indicator.year, school_indicator.school_code, school_indicator.indicator) as stages,
        case when rule.split then cast(school_indicator.weight as double) * cast(school_indicator.denominator as double) / cast(school_indicator.weighted_pupils as double) else 1 end as share
    from school_indicator
    join rule on rule.indicator = school_indicator.indicator and rule.part = '' and rule.stage = school_indicator.stage
    where school_indicator.part = '' and school_indicator.numerator is not null and school_indicator.denominator > 0
),

due as (
    select
        standing.origin,
        standing.school_code,
        standing.stage,
        standing.indicator,
        standing.share,
        dated.measure,
        dated.due_on,
        max(dated.measure_amount) as amount
    from standing
    join dated
        on dated.origin = standing.origin
        and dated.school_code = standing.school_code
        and dated.indicator = standing.indicator
        and (standing.split or dated.stage = standing.stage or (dated.stage is null and standing.stages = 1))
    where dated.due_on > make_date(standing.origin, 9, 1) and dated.due_on <= make_date(standing.origin + 2, 9, 1)
    group by standing.origin, standing.school_code, standing.stage, standing.indicator, standing.share, dated.measure, dated.due_on
)

select
    cast(due.origin as integer) as origin,
    due.school_code,
    due.stage,
    due.indicator,
    cast(due.origin + ahead.years as integer) as year,
    cast(round(due.share * cast(coalesce(sum(due.amount) filter (where due.due_on <= make_date(due.origin + ahead.years, 9, 1)), 0) as double), 6) as decimal(38, 12)) as amount,
    cast(count(*) filter (where due.due_on <= make_date(due.origin + ahead.years, 9, 1)) as integer) as measures
from due
cross join (values (1), (2)) as ahead (years)
group by due.origin, due.school_code, due.stage, due.indicator, due.share, ahead.years
