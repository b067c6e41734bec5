-- grain: county_code, indicator, department
-- inputs: county, plan, plan_county, plan_duty, plan_department, rule_department
-- clause: 抚顺县 2020 附件3 (offices for 31 items; the 32nd has none)
-- Which offices answer for an indicator in a county. One document says it of all indicators: the county's newest plan that names offices for any of them, else the rule pack.
-- What that document leaves open is filled from no other.

with mapped as (
    select
        plan_duty.plan_id,
        plan_duty.indicator,
        plan_department.department,
        plan_department.department_en,
        plan_department.role,
        plan_duty.sort_order * 1000 + plan_department.sort_order as position,
        plan_department.quote
    from plan_duty
    join plan_department on plan_department.plan_id = plan_duty.plan_id and plan_department.duty = plan_duty.duty
    where plan_duty.indicator is not null
    -- An office named for an indicator in two places keeps the weightier role.
    qualify row_number() over (
        partition by plan_duty.plan_id, plan_duty.indicator, plan_department.department
        order by case plan_department.role when 'lead' then 1 when 'with' then 2 else 3 end, plan_duty.sort_order, plan_department.sort_order
    ) = 1
),

governed as (
    select filed.filed_code as county_code, plan.plan_id
    from (select distinct plan_id, filed_code from plan_county) as filed
    join plan on plan.plan_id = filed.plan_id
    where plan.plan_id in (select mapped.plan_id from mapped)
    -- A version that another replaces comes last.
    qualify row_number() over (
        partition by filed.filed_code
        order by plan.plan_id in (select newer.replaces from plan as newer where newer.replaces is not null), plan.issued_on desc nulls last, plan.plan_id
    ) = 1
)

select
    governed.county_code,
    mapped.indicator,
    mapped.department,
    mapped.department_en,
    mapped.role,
    cast(mapped.position as integer) as position,
    'plan' as rests_on,
    mapped.plan_id,
    mapped.quote
from governed
join mapped on mapped.plan_id = governed.plan_id
union all
select
    county.county_code,
    rule_department.indicator,
    rule_department.department,
    rule_department.department as department_en,
    rule_department.role,
    rule_department.position,
    'pack' as rests_on,
    '' as plan_id,
    rule_department.clause as quote
from county
cross join rule_department
where county.county_code not in (select governed.county_code from governed)
