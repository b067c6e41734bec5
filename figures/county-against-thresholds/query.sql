-- The counties against the numeric thresholds of the county indicators: a row for each part of an indicator, a dot for each county, all on one axis: the share of the threshold reached.
-- grain: place, mark, tone, county_code
-- $county is the code of a county to bring out, or null; $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from county_indicator),

-- Only where a county has one number that should be high is the share of the threshold a measure.
judged as (
    select
        county_code, stage, indicator, part, value, county_indicator.threshold, verdict,
        case $lang when 'en' then if(part = '', short_en, part_name_en) else if(part = '', short_zh, part_name_zh) end as part_name,
        case $lang when 'en' then rule_part.unit_en else rule_part.unit_zh end                                                           as unit,
        100 * value / county_indicator.threshold::double                                                             as share
    from county_indicator
    join chosen_year using (year)
    join rule_part using (indicator, part, stage)
    join rule_indicator using (indicator)
    where formula in ('ratio', 'survey') and rule_part.level <> 'budget_unit' and county_indicator.threshold > 0
),

line as (
    select
        indicator, part, stage,
        any_value(part_name order by part_name)           as part_name,
        any_value(unit order by unit)                     as unit,
        any_value(threshold order by threshold)           as threshold,
        min(share)                                        as lowest,
        max(share)                                        as highest,
        count(*) filter (where verdict <> 'not_applicable') as judged,
        count(*) filter (where verdict = 'not_met')       as failing,
        count(*) filter (where verdict = 'unknown')       as unknown,
        row_number() over (order by indicator, part, stage desc) as place
    from judged
    group by indicator, part, stage
),

-- From the tens below the lowest share, but not under 50, to 125: what lies beyond stands at the edge.
axis as (select greatest(50, least(90, 10 * floor(min(share) / 10))) as low, 125 as high from judged),

county_called as (
    select
        county_code, county_name,
        case $lang when 'en' then regexp_replace(coalesce(name_en, county_name), ' (District|County)$', '') else county_name end as name
    from county
    left join (select county_code, min(county_name_en) as name_en from plan_target group by county_code) using (county_code)
),

-- The county chosen is named, else the lowest of those that fail.
named as (
    select indicator, part, stage, county_code
    from judged
    where share is not null and (if($county is null, verdict = 'not_met', county_code = $county))
    qualify row_number() over (partition by indicator, part, stage order by share, county_code) = 1
),

dot as (
    select
        'dot' as mark, place, judged.county_code, share, null::double as share_to, value, judged.threshold, verdict,
        case when county_code = $county then 'chosen' when verdict = 'not_met' then 'failing' else 'other' end as tone,
        null::varchar as label
    from judged
    join line using (indicator, part, stage)
    where share is not null
),

label as (
    select
        'label' as mark, place, judged.county_code, share, null::double as share_to, value, judged.threshold, verdict,
        if(verdict = 'not_met', 'failing', 'chosen') as tone,
        if(length(name) > 13, left(name, 12) || '…', name) || ' '
            -- A value that misses its threshold must not read like it.
            || case
                when verdict = 'not_met' and round(value, 1) = judged.threshold then printf('%.4f', value)
                when value >= 1000 then printf('%.0f', value)
                when judged.threshold < 10 then printf('%.3f', value)
                else printf('%.1f', value)
            end as label
    from named
    join judged using (indicator, part, stage, county_code)
    join line using (indicator, part, stage)
    left join county_called using (county_code)
),

row_name as (
    select
        *,
        case $lang when 'en' then 38 else 20 end as room,
        ltrim(indicator, '0') || '  ' || part_name
            || case stage when 'primary' then case $lang when 'en' then ', primary' else '（小学）' end when 'junior' then case $lang when 'en' then ', junior' else '（初中）' end else '' end as name
    from line
),

-- A long name stands on two lines: English breaks at a space.
row_name_broken as (
    select *, case when length(name) <= room then name when $lang = 'en' then regexp_extract(name, '^(.{1,38}) ', 1) else left(name, room) end as upper_part
    from row_name
),

row_text as (
    select mark, place, null as county_code, null::double as share, null::double as share_to, null::double as value, threshold, null as verdict, mark as tone, label
    from (
        select if(length(name) > length(upper_part), 'name_upper', 'name') as mark, place, threshold, upper_part as label from row_name_broken
        union all
        select 'name_lower' as mark, place, threshold, ltrim(substr(name, length(upper_part) + 1)) as label from row_name_broken where length(name) > length(upper_part)
        union all
        select
            'asked' as mark, place, threshold,
            printf('%g', threshold::double) || case when coalesce(unit, '') in ('', '比值', 'ratio') then '' when unit = '%' then '%' else ' ' || unit end as label
        from row_name_broken
        union all
        select
            'count' as mark, place, threshold,
            case
                when judged = 0 then case $lang when 'en' then 'applies to none' else '均不适用' end
                when $lang = 'en' then printf('%d of %d below', failing, judged) || if(unknown > 0, printf(', %d unknown', unknown), '')
                else printf('%d / %d 县未达标', failing, judged) || if(unknown > 0, printf('，%d 未知', unknown), '')
            end as label
        from row_name_broken
    )
),

span as (
    select 'span' as mark, place, null as county_code, lowest as share, highest as share_to, null::double as value, threshold, null as verdict, 'span' as tone, null as label
    from line
    where lowest is not null
),

threshold_line as (
    select 'threshold' as mark, place, null as county_code, 100::double as share, null::double as share_to, null::double as value, null::decimal(18, 6) as threshold, null as verdict, 'threshold' as tone, null as label
    from line
    where place = 1
),

mark as (
    select * from threshold_line
    union all
    select mark, place, county_code, share, share_to, value, threshold, verdict, tone, label from dot
    union all
    select mark, place, county_code, share, share_to, value, threshold, verdict, tone, label from label
    union all
    select * from row_text
    union all
    select mark, place, county_code, share, share_to, value, threshold, verdict, tone, label from span
)

select
    place, mark, tone, county_code, county_name, value, threshold, verdict, label,
    round(share, 4)                                                              as share,
    -- least() and greatest() pass over nulls.
    case when share is not null then round(greatest(low, least(share, high)), 4) end       as share_shown,
    case when share_to is not null then round(greatest(low, least(share_to, high)), 4) end as share_to_shown,
    mark = 'dot' and coalesce(share > high or share < low, false)                as beyond,
    share_shown > (low + high) / 2                                               as right_half,
    low, high,
    if(mark = 'count', failing, null) as failing,
    if(mark = 'count', judged, null)  as judged,
    if(mark = 'count', unknown, null) as unknown,
    year,
    (select count(distinct county_code) from judged)                             as counties,
    coalesce(' · ' || (select name from county_called where county_code = $county), '') as place_name
from mark
cross join axis
cross join chosen_year
left join county using (county_code)
left join (select place, failing, judged, unknown from line) using (place)
order by place, mark, tone, share, county_code
