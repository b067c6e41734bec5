-- The milestones of a city: a row for each, in counties: recognised, met but not recognised, on track, cannot be told, the rest; the number needed as a line.
-- grain: mark, place, part_at
-- $county is the code of a county whose plan is meant, or null; $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from milestone_outlook),

-- The plan of the county chosen, else the one issued last.
chosen_plan as (
    select plan_id, any_value(case $lang when 'en' then title_en else title_zh end) as plan_name
    from milestone_outlook
    join plan using (plan_id)
    join chosen_year using (year)
    where $county is null or exists (select 1 from plan_target where plan_target.plan_id = milestone_outlook.plan_id and plan_target.county_code = $county)
    group by plan_id, issued_on
    order by issued_on desc nulls last, plan_id
    limit 1
),

milestone_place as (
    select milestone_outlook.*, plan_name, count(*) over () as milestones, row_number() over (order by due_on, sort_order, milestone) as place
    from milestone_outlook
    join chosen_year using (year)
    join chosen_plan using (plan_id)
    qualify place <= 13
),

-- What is neither there nor on track nor untold will be late by its pace, or has its own target later.
part as (
    select
        place, denominator, tone, part_at, amount,
        sum(amount) over (partition by place order by part_at) - amount as from_count,
        sum(amount) over (partition by place order by part_at)          as to_count
    from (
        select place, denominator, 1 as part_at, 'recognised' as tone, recognised as amount from milestone_place
        union all
        select place, denominator, 2, 'ready', ready from milestone_place
        union all
        select place, denominator, 3, 'on_track', on_track from milestone_place
        union all
        select place, denominator, 4, 'cannot_tell', cannot_tell from milestone_place
        union all
        select place, denominator, 5, 'rest', denominator - recognised - ready - on_track - cannot_tell from milestone_place
    )
),

outlook_called as (
    select *
    from (values
        ('achieved', '已实现', 'achieved'), ('ready', '已达标待认定', 'ready'), ('on_track', '可按期', 'on track'), ('late', '要晚', 'late'), ('overdue', '逾期', 'overdue'),
        ('cannot_tell', '不能判断', 'cannot tell'), ('slipped', '认定后滑坡', 'slipped')
    ) as named (outlook, zh, en)
),

mark as (
    select 'part' as mark, place, part_at, tone, amount, from_count / denominator::double as share_from, to_count / denominator::double as share_to, null as label from part where amount > 0
    union all
    -- A number stands inside where it has room.
    select 'amount', place, part_at, tone, amount, from_count / denominator::double, to_count / denominator::double, amount::varchar from part where amount > 0 and amount / denominator::double >= 0.05
    union all
    select 'needed', place, 0, 'needed', needed, needed / denominator::double, null, null from milestone_place
    union all
    select
        'needed_label', place, 0, 'needed', needed, needed / denominator::double, null,
        case $lang when 'en' then printf('%d needed of %d', needed, denominator) else printf('须 %d / %d 个', needed, denominator) end
    from milestone_place
    union all
    select 'name', place, 0, 'name', null, null, null, if(length(name) > room, left(name, room - 1) || '…', name)
    from (select place, case $lang when 'en' then name_en else name_zh end as name, case $lang when 'en' then 90 else 48 end as room from milestone_place)
    union all
    select
        'outlook', place, 0, 'outlook', null, null, null,
        strftime(due_on, '%Y-%m-%d') || ' · ' || case $lang when 'en' then coalesce(en, outlook) else coalesce(zh, outlook) end
    from milestone_place left join outlook_called using (outlook)
)

select
    mark.mark, mark.place, part_at, tone, amount, round(share_from, 5) as share_from, round(share_to, 5) as share_to, label,
    milestone, due_on, denominator, needed, planned, recognised, ready, on_track, cannot_tell, outlook,
    share_from > 0.8                    as right_end,
    (select year from chosen_year)      as year,
    (select plan_name from chosen_plan) as plan_name,
    milestones,
    (select count(*) from milestone_place) as listed
from mark
join milestone_place using (place)
where denominator > 0
order by place, mark, part_at
