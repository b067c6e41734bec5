-- The counties of one plan in order: a row for each county, the share of its conditions that are met as a bar, its outlook in words and by a sign.
-- grain: mark, place
-- $county is the code of a county to bring out, or null; $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from ranking),

-- Counties of different plans are never put in one order: the plan of the county chosen, else the one issued last.
chosen_plan as (
    select plan_id, any_value(case $lang when 'en' then title_en else title_zh end) as plan_name
    from ranking
    join plan using (plan_id)
    join chosen_year using (year)
    where $county is null or county_code = $county
    group by plan_id, issued_on
    order by issued_on desc nulls last, plan_id
    limit 1
),

county_place as (
    select
        ranking.*, plan_name,
        count(*) over ()                                                                                  as counties,
        case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as name,
        line                                                                                              as place,
        100 * met / nullif(conditions, 0)::double                                                         as met_share,
        100 * (met + unknown) / nullif(conditions, 0)::double                                             as unknown_to
    from ranking
    join chosen_year using (year)
    join chosen_plan using (plan_id)
    where line <= 60
),

outlook_called as (
    select *
    from (values
        ('achieved', '已认定', 'achieved'), ('ready', '已达标待认定', 'ready'), ('slipped', '认定后滑坡', 'slipped'), ('on_track', '可按期', 'on track'),
        ('late', '要晚', 'late'), ('overdue', '逾期', 'overdue'), ('cannot_tell', '不能判断', 'cannot tell')
    ) as named (outlook, zh, en)
),

-- Where it cannot be told, what is known says at best how it stands.
said as (
    select
        county_place.*,
        case
            when target_year is null then case $lang when 'en' then 'no year named' else '未定年份' end
            else coalesce(case $lang when 'en' then told.en else told.zh end, '')
                || coalesce(case $lang when 'en' then ', known: ' || known.en else '（已知：' || known.zh || '）' end, '')
        end as outlook_said,
        case
            when target_year is null then 'none'
            when county_place.outlook in ('achieved', 'ready') then 'there'
            when county_place.outlook = 'on_track' then 'on_track'
            when county_place.outlook = 'cannot_tell' then 'cannot_tell'
            else 'behind'
        end as tone
    from county_place
    left join outlook_called as told on told.outlook = county_place.outlook
    left join outlook_called as known on known.outlook = county_place.outlook_known
),

mark as (
    select 'bar' as mark, place, null as label from said where conditions > 0
    union all
    select 'sign' as mark, place, null as label from said
    union all
    select 'outlook' as mark, place, outlook_said as label from said
    union all
    select 'rank' as mark, place, coalesce(rank::varchar || if(tied, ' =', ''), '—') as label from said
    union all
    select 'name' as mark, place, if(length(name) > if(strlen(name) > length(name), 12, 26), left(name, if(strlen(name) > length(name), 11, 25)) || '…', name) as label from said
    union all
    select 'year' as mark, place, coalesce(target_year::varchar, '—') as label from said
    union all
    select 'count' as mark, place, case when conditions > 0 then printf('%d / %d', met, conditions) || if(unknown > 0, printf(' + %d ?', unknown), '') else '—' end as label from said
    union all
    select
        'head_' || part as mark, 0 as place,
        case $lang when 'en' then en else zh end as label
    from (values ('rank', '名次', 'Rank'), ('name', '县（区）', 'County'), ('year', '目标年', 'Year'), ('bar', '已达条件', 'Conditions met'), ('outlook', '前景', 'Outlook')) as head (part, zh, en)
)

select
    mark, place, label, said.county_code, county_name, target_year, rank, tied, outlook, outlook_known, conditions, met, unknown, tone,
    round(met_share, 4)                              as met_share,
    round(unknown_to, 4)                             as unknown_to,
    coalesce(county_code = $county, false)           as chosen,
    looked_at.year,
    (select plan_name from chosen_plan)              as plan_name,
    (select max(counties) from said)                 as counties,
    (select count(*) from said)                      as listed
from mark
left join said using (place)
cross join (select year as year from chosen_year) as looked_at
where (select count(*) from said) > 0
order by mark, place
