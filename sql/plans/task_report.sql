-- grain: plan_id, task, county_code, period
-- inputs: plan, plan_task, plan_doer, filed_task_progress
-- The latest report on a task by the as-of date; of a yearly task, for each year. A county plan's reports need not name the county.

with reports as (
    select
        plan_doer.plan_id,
        plan_doer.task,
        plan_doer.county_code,
        case when plan_task.due_every in ('year', 'target_year') then cast(filed_task_progress.year as varchar) else '' end as period,
        filed_task_progress.reported_on,
        filed_task_progress.task_done as done,
        coalesce(filed_task_progress.closed, 'no') = 'yes' as closed,
        filed_task_progress.evidence,
        filed_task_progress.reported_by,
        filed_task_progress.file,
        filed_task_progress.sheet,
        filed_task_progress.row
    from filed_task_progress
    join plan on plan.plan_id = coalesce(filed_task_progress.plan, plan.plan_id)
    join plan_task on plan_task.plan_id = plan.plan_id and plan_task.task = filed_task_progress.task
    join plan_doer
        on plan_doer.plan_id = plan_task.plan_id
        and plan_doer.task = plan_task.task
        and plan_doer.county_code = coalesce(filed_task_progress.county_code, case when plan.level = 'county' then plan_doer.county_code else '' end)
    where filed_task_progress.reported_on <= plan.as_of
)

select *
from reports
qualify row_number() over (partition by plan_id, task, county_code, period order by reported_on desc, file, sheet, row) = 1
