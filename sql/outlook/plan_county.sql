-- grain: plan_id, county_code, year
-- inputs: plan_target, county_as_now, county_code_change
-- clause: method.md §9a, code changes
-- Under which code a county of a plan filed in each year: its own, else the one that goes by the same code now. Of several that became one, none is it.

with filed as (
    select
        plan_target.plan_id,
        plan_target.county_code,
        county_as_now.year,
        county_as_now.county_code as filed_code,
        count(*) over (partition by plan_target.plan_id, plan_target.county_code, county_as_now.year) as many
    from plan_target
    left join county_code_change on county_code_change.county_code = plan_target.county_code
    join county_as_now
        on county_as_now.county_code = plan_target.county_code
        or county_as_now.county_code_now = coalesce(county_code_change.county_code_now, plan_target.county_code)
)

select plan_id, county_code, year, filed_code
from filed
where filed_code = county_code or many = 1
qualify row_number() over (partition by plan_id, county_code, year order by filed_code = county_code desc, filed_code) = 1
