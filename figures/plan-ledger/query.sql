-- The ledger of one plan as a timeline: a row for each county, its years along the axis, the target year marked, its outlook in the year looked at.
-- grain: mark, place, year_at
-- $county is the code of a county to bring out, or null; $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from plan_ledger),

-- The plan of the county chosen, else the one issued last: an earlier version is not drawn over a later one.
chosen_plan as (
    select plan_id, any_value(case $lang when 'en' then title_en else title_zh end) as plan_name
    from plan_ledger
    join plan using (plan_id)
    join chosen_year using (year)
    where $county is null or county_code = $county
    group by plan_id, issued_on
    order by issued_on desc nulls last, plan_id
    limit 1
),

county_place as (
    select
        plan_ledger.*, plan_name,
        count(*) over ()                                                                                  as counties,
        case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as name,
        row_number() over (order by target_year nulls last, sort_order, county_code)                      as place
    from plan_ledger
    join chosen_year using (year)
    join chosen_plan using (plan_id)
    qualify place <= 60
),

-- The years of the plans, 2022 to 2030, and more where a target or the day it is seen from lies beyond.
span as (
    select
        least(2022, min(least(target_year, extract(year from seen_on), extract(year from recognised_on)))) as first_year,
        greatest(2030, max(greatest(target_year, extract(year from seen_on))))                           as last_year,
        max(extract(year from seen_on))                                                                  as seen_year
    from county_place
),

toned as (
    select
        county_place.*,
        case
            when outlook in ('achieved', 'ready') then 'there'
            when outlook = 'on_track' then 'on_track'
            when outlook = 'cannot_tell' then 'cannot_tell'
            when outlook is not null then 'behind'
        end as tone
    from county_place
),

outlook_called as (
    select *
    from (values
        ('achieved', '已认定', 'achieved'), ('ready', '已达标待认定', 'ready'), ('slipped', '认定后滑坡', 'slipped'), ('on_track', '可按期', 'on track'),
        ('late', '要晚', 'late'), ('overdue', '逾期', 'overdue'), ('cannot_tell', '不能判断', 'cannot tell')
    ) as named (outlook, zh, en)
),

mark as (
    select 'target' as mark, place, target_year::double as year_at, target_year::double as year_to, null as label from toned where target_year is not null
    union all
    -- What is still to come, and what has passed since the target.
    select if(target_year >= seen_year, 'ahead', 'past'), place, least(target_year, seen_year)::double, greatest(target_year, seen_year)::double, null from toned cross join span where target_year > seen_year or (target_year < seen_year and tone <> 'there')
    union all
    select 'recognised', place, extract(year from recognised_on)::double, null, null from toned where recognised_on is not null
    union all
    select 'moved', place, earlier_target_year::double, target_year::double, null from toned where moved_later and earlier_target_year is not null
    union all
    select 'name', place, null, null, if(length(name) > if(strlen(name) > length(name), 12, 28), left(name, if(strlen(name) > length(name), 11, 27)) || '…', name) from toned
    union all
    select
        'outlook', place, null, null,
        case when target_year is null then case $lang when 'en' then 'no year named' else '未定年份' end else coalesce(case $lang when 'en' then en else zh end, '') end
            || coalesce(case when outlook in ('overdue', 'cannot_tell', 'slipped') and overdue_years > 0 then case $lang when 'en' then printf(', %g y past', overdue_years::double) else printf('（逾%g年）', overdue_years::double) end end, '')
    from toned left join outlook_called using (outlook)
    union all
    select 'tick', 0, tick::double, null, tick::varchar from (select unnest(range(first_year::bigint, last_year::bigint + 1)) as tick from span)
    union all
    select 'seen', 0, seen_year::double, null, null from span
)

select
    mark.mark, mark.place, mark.year_at, mark.year_to, mark.label, toned.county_code, county_name, target_year, target_on, strength, aim, outlook, tone, overdue_years, earlier_target_year,
    first_year::integer                              as first_year,
    last_year::integer                               as last_year,
    coalesce(toned.county_code = $county, false)     as chosen,
    (select strftime(max(seen_on), '%Y-%m-%d') from toned) as seen_on,
    (select plan_name from chosen_plan)              as plan_name,
    (select max(counties) from toned)                as counties,
    (select count(*) from toned)                     as listed
from mark
left join toned using (place)
cross join span
where (select count(*) from toned) > 0
order by mark, place, year_at
