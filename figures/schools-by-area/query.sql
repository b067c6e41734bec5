-- How the schools of town and country stand: a panel for each indicator and stage, a strip for each area, a dot for each school at the share of the threshold it reaches.
-- grain: indicator, stage, mark, area, school_code
-- $county is the code of a county, or null for all; $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from school_indicator),

judged as (
    select
        school_indicator.school_code, school_name, stage, indicator,
        coalesce(area, 'unstated')       as area,
        value, threshold, verdict,
        100 * value / threshold::double as share
    from school_indicator
    join chosen_year using (year)
    join school using (year, school_code)
    where part = '' and threshold > 0 and ($county is null or school_indicator.county_code = $county)
),

axis as (select 0 as low, 250 as high),

-- The same areas in every panel, so that strips stand at one height.
area_place as (
    select
        area,
        row_number() over (order by list_position(['urban', 'town', 'rural', 'unstated'], area)) as strip,
        case area
            when 'urban' then case $lang when 'en' then 'urban' else '城区' end
            when 'town'  then case $lang when 'en' then 'town' else '镇区' end
            when 'rural' then case $lang when 'en' then 'rural' else '乡村' end
            else case $lang when 'en' then 'unstated' else '未填' end
        end as area_name
    from (select distinct area from judged)
),

panel as (
    select
        indicator, stage,
        coalesce(sort_order, 0)                                                   as panel_order,
        coalesce(case $lang when 'en' then short_en else short_zh end, indicator) as short
    from (select distinct indicator from judged)
    cross join (select distinct stage from judged)
    left join rule_indicator using (indicator)
),

-- Dots of a strip lie on seven lines in turn: whoever has the same value stays visible.
dot as (
    select
        'dot' as mark, indicator, stage, area, school_code, share, value, threshold, verdict,
        strip + ((3 * row_number() over (partition by indicator, stage, area order by share, school_code)) % 7 - 3) * 0.09 as height,
        null::varchar as label
    from judged
    join area_place using (area)
    where share is not null
),

summary as (
    select
        indicator, stage, area,
        if(count(share) > 1, median(share), null)   as middle,
        count(*) filter (where verdict = 'met')     as met,
        count(*) filter (where verdict = 'unknown') as unknown,
        count(*)                                    as schools
    from judged
    group by indicator, stage, area
),

middle as (
    select 'median' as mark, indicator, stage, area, null as school_code, middle as share, null::double as value, null::decimal(18, 6) as threshold, null as verdict, strip as height, null as label
    from summary
    join area_place using (area)
    where middle is not null
),

strip_text as (
    select mark, indicator, stage, area, null as school_code, null::double as share, null::double as value, null::decimal(18, 6) as threshold, null as verdict, strip as height, label
    from (
        select 'area' as mark, indicator, stage, area, area_name as label from panel cross join area_place
        union all
        select
            'count' as mark, indicator, stage, area,
            printf('%d/%d', met, schools) || if(unknown > 0, printf(' (%d?)', unknown), '') as label
        from summary
    )
    join area_place using (area)
),

head as (
    select
        'panel' as mark, indicator, stage, null as area, null as school_code, 100::double as share, null::double as value, null::decimal(18, 6) as threshold, null as verdict,
        null::double as height, short as label
    from panel
),

mark as (
    select * from dot
    union all
    select * from middle
    union all
    select * from strip_text
    union all
    select * from head
)

select
    panel_order, short as panel,
    case
        when $lang = 'en' then case stage when 'primary' then 'Primary' else 'Junior' end
        when stage = 'primary' then '小学'
        else '初中'
    end as stage_name,
    indicator, stage, mark, area, mark.school_code, school_name, value, threshold, verdict, label,
    round(share, 4)                                                          as share,
    case when share is not null then round(greatest(low, least(share, high)), 4) end as share_shown,
    mark = 'dot' and coalesce(share > high, false)                           as beyond,
    round(height, 3)                                                         as height,
    met, schools, unknown, low, high,
    (select count(*) from area_place) + 0.5                                  as bottom,
    year,
    coalesce((select case $lang when 'en' then coalesce(min(county_name_en), min(county.county_name)) else min(county.county_name) end
              from county left join plan_target using (county_code) where county_code = $county),
             case $lang when 'en' then 'all counties' else '全部县区' end)   as place_name
from mark
join panel using (indicator, stage)
cross join axis
cross join chosen_year
left join (select year, school_code, school_name from school) using (year, school_code)
left join (select 'count' as mark, indicator, stage, area, met, schools, unknown from summary) using (mark, indicator, stage, area)
order by panel_order, indicator, stage, mark, area, share, school_code
