-- grain: plan_id, county_code
-- inputs: plan, plan_target, plan_clause, county_code_change, parameter
-- clause: method.md §10, point 17
-- The one year each county is held to: that of recognition, else that of the standard; the parameter `target` puts the standard first. Beside it the year of the plan this one
-- replaces, and the clause by which it could only move forward.

with chosen as (
    select coalesce((select value from parameter where name = 'target'), 'recognition') as target
),

aim as (
    select
        plan_target.*,
        coalesce(county_code_change.county_code_now, plan_target.county_code) as county_code_now,
        plan.replaces,
        plan.as_of,
        case
            when chosen.target = 'standard' and plan_target.standard_on is not null then 'standard'
            when plan_target.recognition_on is not null then 'recognition'
            when plan_target.standard_on is not null then 'standard'
            else ''
        end as aim
    from plan_target
    join plan on plan.plan_id = plan_target.plan_id
    left join county_code_change on county_code_change.county_code = plan_target.county_code
    cross join chosen
),

dated as (
    select
        *,
        case aim when 'recognition' then recognition_on when 'standard' then standard_on end as target_on,
        case aim when 'recognition' then recognition_strength when 'standard' then standard_strength end as strength
    from aim
),

only_forward as (
    select plan_id, string_agg(quote, ' … ' order by sort_order) as quote
    from plan_clause
    where kind = 'only_earlier'
    group by plan_id
)

select
    now.plan_id,
    now.county_code,
    now.county_code_now,
    now.sort_order,
    now.county_name,
    now.county_name_en,
    now.host_county_code,
    now.standard_year,
    now.recognition_year,
    now.recognition_level,
    now.aim,
    now.target_on,
    cast(extract(year from now.target_on) as integer) as target_year,
    now.strength,
    now.as_of,
    now.replaces,
    cast(extract(year from was.target_on) as integer) as earlier_target_year,
    coalesce(now.target_on > was.target_on or (now.target_on is null and was.target_on is not null), false) as moved_later,
    case when now.target_on > was.target_on or (now.target_on is null and was.target_on is not null) then only_forward.quote end as clause
from dated as now
left join dated as was on was.plan_id = now.replaces and was.county_code = now.county_code
left join only_forward on only_forward.plan_id = now.replaces
