-- grain: plan_id, task, county_code
-- inputs: plan, plan_task, plan_target
-- Who does each task: every county of the plan, or the city as a whole, whose county is blank.

select
    plan_task.plan_id,
    plan_task.task,
    coalesce(plan_target.county_code, '') as county_code
from plan_task
join plan on plan.plan_id = plan_task.plan_id
left join plan_target
    on plan_target.plan_id = plan_task.plan_id
    and (plan.level = 'county' or plan_task.doer <> 'city')
