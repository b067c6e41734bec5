-- inputs: filed_task_progress, plan, plan_doer
-- severity: warning
-- A report on a task that no plan has, or by a county that does not do it: what it says would be lost without a word.

select
    filed_task_progress.file,
    filed_task_progress.sheet,
    filed_task_progress.row,
    'task' as "column",
    filed_task_progress.task as value,
    case
        when not exists (select 1 from plan_doer where plan_doer.task = filed_task_progress.task)
            then concat('没有编号为「', filed_task_progress.task, '」的任务，该行没有采用')
        else concat('任务「', filed_task_progress.task, '」不由所填的计划或县区（', coalesce(filed_task_progress.county_code, '空'), '）承担，该行没有采用')
    end as what,
    case
        when not exists (select 1 from plan_doer where plan_doer.task = filed_task_progress.task)
            then concat('No plan has a task "', filed_task_progress.task, '"; the row was not used')
        else concat('The task "', filed_task_progress.task, '" is not done by the plan or county filed (', coalesce(filed_task_progress.county_code, 'blank'), '); the row was not used')
    end as what_en,
    '核对任务编号、计划和县区代码：市级任务不填县区，各县任务要填；来源须在 source.yaml 指定 plan' as fix,
    'Check task, plan and county: blank for what the city does, filled in for what each county does; source.yaml must name the plan' as fix_en
from filed_task_progress
left join plan on plan.plan_id = coalesce(filed_task_progress.plan, plan.plan_id)
left join plan_doer
    on plan_doer.plan_id = plan.plan_id
    and plan_doer.task = filed_task_progress.task
    and plan_doer.county_code = coalesce(filed_task_progress.county_code, case when plan.level = 'county' then plan_doer.county_code else '' end)
group by all
having count(plan_doer.task) = 0
order by filed_task_progress.file, filed_task_progress.sheet, filed_task_progress.row
