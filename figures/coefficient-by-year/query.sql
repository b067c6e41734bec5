-- The coefficient of variation by year: a panel for each indicator and stage, a line for each county.
-- grain: panel, mark, tone, county_code, year: one row for each mark the spec draws.
-- $county is the code of a county to bring out, or null; $year the last year to show, or null; $lang is zh or en.
with

filed as (
    select
        year, stage, indicator, county_code, verdict,
        round(cv::double, 5)       as cv,
        round(cv_limit::double, 5) as cv_limit
    from county_coefficient
    where stage in ('primary', 'junior') and year <= coalesce($year, year)
),

-- One axis for all panels. It ends at twice the limit, or below that where nothing reaches so far:
-- one county of three schools may lie at 1.9 and would flatten the rest.
axis as (
    select least(coalesce(2 * max(cv_limit), 1.0), ceil(10 * max(greatest(coalesce(cv, 0), 1.3 * coalesce(cv_limit, 0)))) / 10) as cap
    from filed
),

-- What a label takes of the axis: 10 px of the 62 px that spec.vl.json gives a panel.
label_step as (select cap * 10 / 62 as step, cap from axis),

-- Every indicator in every stage, with values or without: Vega-Lite moves panels into the holes of a grid.
panel as (
    select
        stage, indicator,
        max(year) filter (cv is not null) as last_year,
        max(cv_limit)                     as cv_limit,
        count(distinct county_code)       as counties
    from (select distinct stage from filed where cv is not null)
    cross join (select distinct indicator from filed where cv is not null)
    left join filed using (stage, indicator)
    group by stage, indicator
),

span as (select unnest(range(min(year), max(year) + 1)) as year from filed),

-- Ranked among those that the rule pack found above the limit in the panel's last year; the pack judges, not this query.
above as (
    select
        stage, indicator, county_code,
        row_number() over (partition by stage, indicator order by cv desc, county_code) as place
    from filed join panel using (stage, indicator)
    where year = last_year and verdict = 'not_met' and cv is not null
),

county_tone as (
    select
        stage, indicator, county_code,
        case
            when county_code = $county then 'highlight'
            when place <= 3            then 'worst'
            when place is not null     then 'above'
            else 'other'
        end as tone
    from (select distinct stage, indicator, county_code from filed)
    left join above using (stage, indicator, county_code)
),

-- Every county in every year, so that a year without a value breaks its line.
county_line as (
    select
        'line' as mark, tone, stage, indicator, year, county_code, cv,
        cv is not null
            and lag(cv)  over county is null
            and lead(cv) over county is null as alone
    from county_tone
    join panel using (stage, indicator)
    cross join span
    left join filed using (stage, indicator, county_code, year)
    window county as (partition by stage, indicator, county_code order by year)
),

median_line as (
    select
        'line' as mark, 'median' as tone, stage, indicator, year, null as county_code, median(cv) as cv,
        count(cv) > 0
            and lag(count(cv), 1, 0)  over years = 0
            and lead(count(cv), 1, 0) over years = 0 as alone
    from county_line
    group by stage, indicator, year
    window years as (partition by stage, indicator order by year)
),

-- What is drawn once for a panel: its name and the end of its axis.
panel_head as (
    select 'panel' as mark, 'panel' as tone, stage, indicator, (select max(year) from span) as year, null as county_code, null::double as cv, false as alone
    from panel
),

limit_line as (
    select 'limit' as mark, 'limit' as tone, stage, indicator, (select max(year) from span) as year, null as county_code, cv_limit as cv, false as alone
    from panel
    where cv_limit is not null
),

named as (
    select mark, tone, stage, indicator, year, county_code, cv, alone from county_line where tone in ('worst', 'highlight')
    union all
    select mark, tone, stage, indicator, year, county_code, cv, alone from median_line
    union all
    select mark, tone, stage, indicator, year, county_code, cv, alone from limit_line
),

label as (
    select
        'label' as mark, tone, stage, indicator, year, county_code, cv, false as alone,
        row_number() over (partition by stage, indicator order by cv, tone, county_code) as place
    from named
    join panel using (stage, indicator)
    where (year = last_year or mark = 'limit') and cv is not null
),

-- Labels keep their order and stand one step apart: first pushed up from below, then down from the top.
label_up as (
    select
        label.*, cap, step,
        place * step + max(least(cv, cap) - place * step) over (partition by stage, indicator order by place) as raised
    from label cross join label_step
),

label_placed as (
    select
        * exclude (place, raised, cap, step),
        place * step
            + min(least(raised, cap) - place * step)
                over (partition by stage, indicator order by place rows between current row and unbounded following) as label_at
    from label_up
),

mark as (
    select *, null::double as label_at from county_line
    union all
    select *, null::double as label_at from median_line
    union all
    select *, null::double as label_at from limit_line
    union all
    select *, null::double as label_at from panel_head
    union all
    select * from label_placed
),

county_called as (
    select
        county_code, county_name,
        -- Some six Chinese or twelve Latin characters have room beside a panel.
        case
            when strlen(name) > length(name) and length(name) > 7 then left(name, 6) || '…'
            when length(name) > 13 then left(name, 12) || '…'
            else name
        end as called
    from (
        select
            county_code, county_name,
            case $lang when 'en' then regexp_replace(coalesce(name_en, county_name), ' (District|County)$', '') else county_name end as name
        from county
        left join (select county_code, min(county_name_en) as name_en from plan_target group by county_code) using (county_code)
    )
),

word as (
    select
        case $lang when 'en' then 'limit' else '限值' end       as limit_word,
        case $lang when 'en' then 'median' else '中位数' end    as median_word,
        case $lang when 'en' then ' (no value)' else '（无值）' end as no_value
),

panel_called as (
    select indicator, sort_order, case $lang when 'en' then short_en else short_zh end as short
    from rule_indicator
)

select
    coalesce(sort_order, 0)::integer  as panel_order,
    coalesce(short, mark.indicator)   as panel,
    case
        when $lang = 'en' then case stage when 'primary' then 'Primary' else 'Junior' end
        when stage = 'primary' then '小学'
        else '初中'
    end as stage_name,
    mark.indicator, stage, mark, tone, year, county_code, county_name,
    cv,
    -- least() passes over nulls: it would draw a missing value at the top.
    case when cv is not null then least(cv, cap) end as cv_shown,
    coalesce(cv > cap, false)                        as clipped,
    coalesce(alone, false)                           as alone,
    cap,
    counties,
    round(label_at, 5)                               as label_at,
    (select min(year) from span)                     as first_year,
    (select max(year) from span)                     as last_year,
    (select concat_ws('–', min(year), nullif(max(year), min(year))) from span) as years_shown,
    case
        when mark in ('line', 'limit') then null
        when mark = 'panel'  then coalesce(short, mark.indicator) || if(panel.last_year is null, no_value, '')
        when tone = 'limit'  then printf('%s %.2f', limit_word, cv)
        when tone = 'median' then printf('%s %.3f', median_word, cv)
        -- 0.5003 over a limit of 0.50 must not read 0.500: a label never disagrees with its line.
        when round(cv, 3) = round(panel.cv_limit, 3) then printf('%s %.4f', coalesce(called, county_code), cv)
        else printf('%s %.3f', coalesce(called, county_code), cv)
    end as label
from mark
cross join axis
cross join word
join panel using (stage, indicator)
left join county_called using (county_code)
left join panel_called on panel_called.indicator = mark.indicator
order by panel_order, panel, stage, mark, tone, county_code, year
