-- grain: plan_id, year, county_code
-- inputs: plan_ledger, outlook
-- clause: method.md §8; docs/method/outlook.md
-- The counties of one plan in order: by target year, then outlook, then share of conditions met with the unknown ones in the denominator, then shortfall, the unknown after every
-- number. Equal is a tie. Without a target year a county stands last and has no rank (未定). Counties of different plans are never put in one order.

with parts as (
    select
        plan_ledger.*,
        coalesce(outlook.position, 7) as outlook_position,
        cast(cast(plan_ledger.met as decimal(18, 6)) / nullif(plan_ledger.conditions, 0) as decimal(9, 6)) as share_met
    from plan_ledger
    left join outlook on outlook.outlook = plan_ledger.outlook
),

ordered as (
    select
        *,
        rank() over (partition by plan_id, year order by target_year nulls last, outlook_position, coalesce(share_met, 0) desc, shortfall nulls last) as place,
        count(*) over (partition by plan_id, year, target_year, outlook_position, coalesce(share_met, 0), shortfall) as alike
    from parts
)

select
    plan_id,
    year,
    county_code,
    county_name,
    county_name_en,
    target_year,
    cast(case when target_year is not null then place end as integer) as rank,
    target_year is not null and alike > 1 as tied,
    outlook,
    outlook_known,
    overdue_years,
    conditions,
    met,
    unknown,
    share_met,
    shortfall,
    cast(row_number() over (partition by plan_id, year order by target_year nulls last, outlook_position, coalesce(share_met, 0) desc, shortfall nulls last, sort_order) as integer) as line,
    reasons,
    reasons_en
from ordered
