-- grain: plan_id, kind, item, county_code
-- inputs: plan, plan_task, plan_doer, plan_phase, plan_milestone, plan_target
-- Every date a plan sets, of tasks, phases, milestones and targets. A task within a phase that has no date of its own is due at the phase's end.

with tasks as (
    select
        plan_task.plan_id,
        'task' as kind,
        plan_task.task as item,
        plan_doer.county_code,
        plan_task.sort_order,
        plan_task.name_zh,
        plan_task.name_en,
        coalesce(plan_task.due_every, 'once') as due_every,
        coalesce(plan_task.due_on, case when plan_task.due_every is null then plan_phase.ends_on end) as due_on,
        plan_task.due_month,
        plan_task.due_day,
        case when plan_task.due_every is null then 'phase' else plan_task.precision end as precision,
        plan_task.quote
    from plan_task
    join plan_doer on plan_doer.plan_id = plan_task.plan_id and plan_doer.task = plan_task.task
    left join plan_phase on plan_phase.plan_id = plan_task.plan_id and plan_phase.phase = plan_task.phase
    where plan_task.due_every is not null or plan_phase.ends_on is not null
),

others as (
    select plan_phase.plan_id, 'phase' as kind, plan_phase.phase as item, plan_phase.sort_order, name_zh, name_en, ends_on as due_on, precision, quote
    from plan_phase
    where ends_on is not null
    union all
    select plan_id, 'milestone', milestone, sort_order, name_zh, name_en, due_on, precision, quote
    from plan_milestone
),

of_the_plan as (
    select others.plan_id, others.kind, others.item, coalesce(plan_target.county_code, '') as county_code, others.sort_order,
        others.name_zh, others.name_en, others.due_on, others.precision, others.quote
    from others
    join plan on plan.plan_id = others.plan_id
    left join plan_target on plan_target.plan_id = others.plan_id and plan.level = 'county'
),

targets as (
    select
        plan_id,
        case when level = '' then 'standard' else 'recognition' end as kind,
        case when level = '' then 'standard' else 'recognition' end as item,
        county_code,
        sort_order,
        case level when '' then '达到标准' when 'provincial' then '通过省级认定' else '通过国家认定' end as name_zh,
        case level when '' then 'Reach the standard' when 'provincial' then 'Be recognised by the province' else 'Be recognised by the nation' end as name_en,
        due_on,
        quote
    from (
        select plan_id, county_code, sort_order, '' as level, standard_on as due_on, quote from plan_target
        union all
        select plan_id, county_code, sort_order, recognition_level, recognition_on, quote from plan_target
    ) as target
    where due_on is not null
)

select * from tasks
union all
select plan_id, kind, item, county_code, sort_order, name_zh, name_en, 'once', due_on, cast(null as integer), cast(null as integer), precision, quote from of_the_plan
union all
select plan_id, kind, item, county_code, sort_order, name_zh, name_en, 'once', due_on, cast(null as integer), cast(null as integer), 'target', quote from targets
