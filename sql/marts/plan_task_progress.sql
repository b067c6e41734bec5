-- grain: plan_id, task, county_code, period
-- inputs: plan, plan_task, plan_doer, plan_deadline, plan_calendar, task_report
-- How far each task has come by the as-of date. What nobody reported is not done and not zero: its share is missing. Closed without evidence is a claim.

with periods as (
    select
        plan_doer.plan_id,
        plan_doer.task,
        plan_doer.county_code,
        case when plan_deadline.due_every in ('year', 'target_year') then cast(extract(year from plan_calendar.due_on) as varchar) else '' end as period,
        plan_calendar.due_on,
        plan_calendar.precision,
        coalesce(plan_calendar.before_issue, false) as before_issue
    from plan_doer
    left join plan_deadline
        on plan_deadline.kind = 'task'
        and plan_deadline.plan_id = plan_doer.plan_id
        and plan_deadline.item = plan_doer.task
        and plan_deadline.county_code = plan_doer.county_code
    left join plan_calendar
        on plan_calendar.kind = 'task'
        and plan_calendar.plan_id = plan_doer.plan_id
        and plan_calendar.item = plan_doer.task
        and plan_calendar.county_code = plan_doer.county_code
    join plan on plan.plan_id = plan_doer.plan_id
    -- Years to come are in the calendar; progress is of what has begun.
    where coalesce(plan_deadline.due_every, 'once') = 'once' or extract(year from plan_calendar.due_on) <= extract(year from plan.as_of)
)

select
    periods.plan_id,
    periods.task,
    periods.county_code,
    periods.period,
    plan_task.sort_order,
    plan_task.duty,
    plan_task.name_zh,
    plan_task.name_en,
    plan_task.quantity as planned,
    plan_task.comparison,
    plan_task.unit_zh,
    plan_task.unit_en,
    task_report.done,
    case
        when plan_task.comparison in ('exactly', 'at_least') and plan_task.quantity > 0
            then cast(cast(task_report.done as decimal(38, 12)) / cast(plan_task.quantity as decimal(38, 6)) as double)
    end as share,
    coalesce(task_report.closed, false) as closed,
    task_report.evidence,
    task_report.reported_on,
    task_report.reported_by,
    periods.due_on,
    case
        when task_report.closed and task_report.evidence is not null then 'closed'
        when task_report.closed then 'claimed'
        when periods.due_on is null then 'undated'
        when periods.before_issue then 'before_issue'
        when periods.due_on < plan.as_of then 'overdue'
        else 'due'
    end as state,
    case
        when periods.due_on is null then null
        else not periods.before_issue and periods.due_on < plan.as_of and not (coalesce(task_report.closed, false) and task_report.evidence is not null)
    end as overdue
from periods
join plan on plan.plan_id = periods.plan_id
join plan_task on plan_task.plan_id = periods.plan_id and plan_task.task = periods.task
left join task_report
    on task_report.plan_id = periods.plan_id
    and task_report.task = periods.task
    and task_report.county_code = periods.county_code
    and task_report.period = periods.period
