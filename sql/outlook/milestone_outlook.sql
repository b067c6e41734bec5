-- grain: plan_id, milestone, year
-- inputs: plan_milestone, plan_ledger, plan_target, parameter, outlook
-- clause: 到2025年底,全市30%的县(市、区)… (曲靖市 2022)
-- A milestone of a city: how many counties it needs, how many are there and how many will be in time. What it is a share of is the parameter `milestone_denominator`.

with counted as (
    select
        plan_milestone.plan_id,
        plan_milestone.milestone,
        plan_ledger.year,
        plan_ledger.seen_on,
        count(*) filter (where plan_ledger.outlook = 'achieved') as recognised,
        count(*) filter (where plan_ledger.outlook = 'ready') as ready,
        count(*) filter (where plan_ledger.outlook = 'on_track' and plan_ledger.target_on <= plan_milestone.due_on) as on_track,
        count(*) filter (where plan_ledger.outlook = 'cannot_tell') as cannot_tell
    from plan_milestone
    join plan_ledger on plan_ledger.plan_id = plan_milestone.plan_id
    join plan_target on plan_target.plan_id = plan_ledger.plan_id and plan_target.county_code = plan_ledger.county_code
    where plan_target.host_county_code is null or (select value from parameter where name = 'milestone_denominator') = 'units'
    group by plan_milestone.plan_id, plan_milestone.milestone, plan_ledger.year, plan_ledger.seen_on
),

reckoned as (
    select
        plan_milestone.*,
        counted.year,
        counted.recognised,
        counted.ready,
        counted.on_track,
        counted.cannot_tell,
        case
            when counted.recognised >= plan_milestone.needed then 'achieved'
            when counted.recognised + counted.ready >= plan_milestone.needed then 'ready'
            when counted.recognised + counted.ready + counted.on_track + case when counted.seen_on > plan_milestone.due_on then 0 else counted.cannot_tell end < plan_milestone.needed
                then case when counted.seen_on > plan_milestone.due_on then 'overdue' else 'late' end
            when counted.seen_on > plan_milestone.due_on then 'overdue'
            when counted.recognised + counted.ready + counted.on_track >= plan_milestone.needed then 'on_track'
            else 'cannot_tell'
        end as outlook
    from plan_milestone
    join counted on counted.plan_id = plan_milestone.plan_id and counted.milestone = plan_milestone.milestone
)

select
    reckoned.plan_id,
    reckoned.milestone,
    reckoned.year,
    reckoned.sort_order,
    reckoned.name_zh,
    reckoned.name_en,
    reckoned.due_on,
    reckoned.share,
    reckoned.denominator,
    reckoned.needed,
    reckoned.planned,
    cast(cast(reckoned.planned as decimal(18, 6)) / nullif(reckoned.denominator, 0) as decimal(9, 6)) as planned_share,
    cast(reckoned.recognised as integer) as recognised,
    cast(reckoned.ready as integer) as ready,
    cast(reckoned.on_track as integer) as on_track,
    cast(reckoned.cannot_tell as integer) as cannot_tell,
    outlook.outlook
from reckoned
join outlook on outlook.outlook = reckoned.outlook
