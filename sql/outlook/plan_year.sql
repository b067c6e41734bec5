-- grain: plan_id, year
-- inputs: plan, school
-- The years a plan is looked at: every count that anybody in the source filed, or the as-of year where nobody did. The latest is seen from the as-of day, earlier ones from their
-- last day. `measured_from` is the count up to two years before, against which a pace is measured.

with counted as (
    select distinct year
    from school
),

seen as (
    select plan.plan_id, counted.year, case when counted.year = (select max(counted.year) from counted) then plan.as_of else least(plan.as_of, make_date(counted.year, 12, 31)) end as seen_on
    from plan
    cross join counted
    union all
    select plan.plan_id, cast(extract(year from plan.as_of) as integer), plan.as_of
    from plan
    where not exists (select 1 from counted)
)

select
    seen.plan_id,
    cast(seen.year as integer) as year,
    seen.seen_on,
    (select cast(min(counted.year) as integer) from counted where counted.year < seen.year and counted.year >= seen.year - 2) as measured_from
from seen
