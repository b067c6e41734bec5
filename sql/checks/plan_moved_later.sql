-- inputs: plan, plan_target, plan_clause
-- severity: warning
-- A new version of a plan that moves a county's target later. It is loaded; where the old plan says the timetable may only move forward, the finding quotes it.

select
    'source.yaml' as file,
    '' as sheet,
    0 as row,
    'plan' as "column",
    concat(now.plan_id, ' ', now.county_code) as value,
    concat(now.county_name, '的目标由', coalesce(was.recognition_on, was.standard_on), '推迟到', coalesce(now.recognition_on, now.standard_on),
        case when plan_clause.quote is null then '' else concat('，而原计划规定：「', plan_clause.quote, '」') end) as what,
    concat(now.county_name_en, ': the target moves from ', coalesce(was.recognition_on, was.standard_on), ' to ', coalesce(now.recognition_on, now.standard_on),
        case when plan_clause.quote is null then '' else concat('; the plan it replaces says: "', plan_clause.quote, '"') end) as what_en,
    '核对新旧两份文件；两个目标都会列出' as fix,
    'Check both documents; both targets are kept and shown' as fix_en
from plan
join plan_target as now on now.plan_id = plan.plan_id
join plan_target as was on was.plan_id = plan.replaces and was.county_code = now.county_code
left join plan_clause on plan_clause.plan_id = was.plan_id and plan_clause.kind = 'only_earlier'
where coalesce(now.recognition_on, now.standard_on) > coalesce(was.recognition_on, was.standard_on)
order by now.plan_id, now.sort_order
