-- grain: plan_id, kind, item, county_code, due_on
-- inputs: plan, plan_deadline, plan_target, plan_phase, task_report
-- Every day on which something of a plan is due; what recurs stands once for each year, from the issue to the plan's last year or the year after the as-of date.
-- Where the document gives a month or a year only, the last day of it is our reading.

with spans as (
    select
        plan.plan_id,
        extract(year from coalesce(plan.issued_on, (select min(plan_phase.starts_on) from plan_phase where plan_phase.plan_id = plan.plan_id), plan.as_of)) as first_year,
        greatest(
            extract(year from plan.as_of) + 1,
            (select max(extract(year from plan_deadline.due_on)) from plan_deadline where plan_deadline.plan_id = plan.plan_id)
        ) as last_year
    from plan
),

-- A plan for a county without a target year has no such year to expand into.
years as (
    select plan_deadline.plan_id, plan_deadline.kind, plan_deadline.item, plan_deadline.county_code, unnest(range(spans.first_year, spans.last_year + 1)) as year
    from plan_deadline
    join spans on spans.plan_id = plan_deadline.plan_id
    where plan_deadline.due_every = 'year'
    union all
    select plan_deadline.plan_id, plan_deadline.kind, plan_deadline.item, plan_deadline.county_code, coalesce(plan_target.recognition_year, plan_target.standard_year)
    from plan_deadline
    join plan_target on plan_target.plan_id = plan_deadline.plan_id and plan_target.county_code = plan_deadline.county_code
    where plan_deadline.due_every = 'target_year' and coalesce(plan_target.recognition_year, plan_target.standard_year) is not null
),

days as (
    select
        plan_deadline.*,
        case
            when plan_deadline.due_every = 'once' then plan_deadline.due_on
            when plan_deadline.due_day is not null then make_date(years.year, plan_deadline.due_month, plan_deadline.due_day)
            else last_day(make_date(years.year, coalesce(plan_deadline.due_month, 12), 1))
        end as falls_on
    from plan_deadline
    left join years
        on years.plan_id = plan_deadline.plan_id
        and years.kind = plan_deadline.kind
        and years.item = plan_deadline.item
        and years.county_code = plan_deadline.county_code
)

select
    days.plan_id,
    days.kind,
    days.item,
    days.county_code,
    days.falls_on as due_on,
    plan_target.county_name,
    plan_target.county_name_en,
    days.sort_order,
    days.name_zh,
    days.name_en,
    days.due_every,
    days.precision,
    coalesce(days.falls_on < plan.issued_on, false) as before_issue,
    task_report.reported_on,
    task_report.done,
    coalesce(task_report.closed, false) as closed,
    task_report.evidence,
    days.quote
from days
join plan on plan.plan_id = days.plan_id
left join plan_target on plan_target.plan_id = days.plan_id and plan_target.county_code = days.county_code
left join task_report
    on days.kind = 'task'
    and task_report.plan_id = days.plan_id
    and task_report.task = days.item
    and task_report.county_code = days.county_code
    and task_report.period = case when days.due_every = 'once' then '' else cast(extract(year from days.falls_on) as varchar) end
where days.falls_on is not null
