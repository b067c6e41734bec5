-- Through what the coefficients of one county changed from year to year: a panel for each indicator and stage, for each year what resources, enrolment and schools that came or went did.
-- grain: indicator, stage, mark, year, tone
-- $county is the code of a county, or null: then the one with the most coefficients above the limit. $year is the last year to show, or null; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from county_coefficient),

chosen_county as (
    select county_code
    from county_coefficient
    join chosen_year using (year)
    where $county is null or county_code = $county
    group by county_code
    order by count(*) filter (where verdict = 'not_met') desc, max(cv) desc nulls last, county_code
    limit 1
),

-- Ten changes fill a panel: of a longer record the last ones are shown.
changed as (
    select
        trend.year, stage, indicator,
        round(cv_change, 5)    as change,
        round(cv_resources, 5) as resources,
        round(cv_enrolment, 5) as enrolment,
        round(cv_schools, 5)   as schools,
        flag
    from trend
    join chosen_county using (county_code)
    join chosen_year on trend.year between chosen_year.year - 9 and chosen_year.year
    where stage in ('primary', 'junior') and indicator in (select indicator from county_coefficient) and trend.year > (select min(year) from trend)
),

span as (select min(year) as first_year, max(year) as last_year from changed),

panel as (
    select stage, indicator, max(changed.year) filter (change is not null) as last_year
    from (select distinct stage from changed)
    cross join (select distinct indicator from changed)
    left join changed using (stage, indicator)
    group by stage, indicator
),

-- Parts that raise the coefficient stand above the line, those that lower it below, in one order.
part as (
    select
        stage, indicator, year, tone, amount, flag,
        if(amount >= 0, 1, -1) as side,
        sum(abs(amount)) over (partition by stage, indicator, year, amount >= 0 order by part_at) as reach
    from (
        select stage, indicator, year, flag, 1 as part_at, 'resources' as tone, resources as amount from changed
        union all
        select stage, indicator, year, flag, 2, 'enrolment', enrolment from changed
        union all
        select stage, indicator, year, flag, 3, 'schools', schools from changed
    )
    where amount is not null
),

-- One axis for all panels, as long up as down. A single leap would flatten the rest: what lies beyond one and a half times the common reach is cut at the edge.
axis as (
    select ceil(100 * greatest(0.02, least(max(reach), 1.5 * quantile_cont(reach, 0.95)))) / 100 as cap
    from part
),

-- The gravest mark of a year; the rows have them all.
flagged as (
    select
        stage, indicator, year, change,
        case
            when flag like '%break%'                       then 'break'
            when flag like '%jump%'                        then 'jump'
            when flag like '%boundary%'                    then 'boundary'
            when flag like '%schools_opened_or_closed%'    then 'schools'
            when flag like '%missing_school%'              then 'missing'
        end as gravest,
        change is null as unknown
    from changed
),

flag_called as (
    select *
    from (values ('break', '断', 'B'), ('jump', '骤', 'J'), ('boundary', '划', 'T'), ('schools', '校', 'S'), ('missing', '缺', 'M')) as named (gravest, zh, en)
),

last_change as (
    select changed.stage, changed.indicator, changed.year, change, resources, enrolment, schools
    from changed
    join panel on panel.stage = changed.stage and panel.indicator = changed.indicator and panel.last_year = changed.year
),

text_line as (
    select
        stage, indicator, year, tone, line_at, amount,
        case tone when 'change' then case $lang when 'en' then year || ': ' else year || '：' end else name || ' ' end
            || coalesce(if(abs(amount) < 0.0005, '0.000', replace(printf('%+.3f', amount), '-', '−')), '?') as label
    from (
        select stage, indicator, year, 1 as line_at, 'change' as tone, change as amount, '' as name from last_change
        union all
        select stage, indicator, year, 2, 'resources', resources, case $lang when 'en' then 'resources' else '资源' end from last_change
        union all
        select stage, indicator, year, 3, 'enrolment', enrolment, case $lang when 'en' then 'enrolment' else '学生' end from last_change
        union all
        select stage, indicator, year, 4, 'schools', schools, case $lang when 'en' then 'schools' else '学校' end from last_change
    )
),

panel_called as (
    select indicator, sort_order, case $lang when 'en' then short_en else short_zh end as short
    from rule_indicator
),

mark as (
    select 'part' as mark, stage, indicator, year, tone, amount, side * (reach - abs(amount)) as from_at, side * reach as to_at, null::bigint as line_at, null as label from part where amount <> 0
    union all
    select 'change', stage, indicator, year, 'change', change, change, change, null, null from changed where change is not null
    union all
    select 'flag', stage, indicator, year, gravest, null, null, null, null, case $lang when 'en' then en else zh end from flagged join flag_called using (gravest) where not unknown
    union all
    select 'unknown', stage, indicator, year, 'unknown', null, null, null, null, '?' from flagged where unknown
    union all
    select 'text', stage, indicator, year, tone, amount, null, null, line_at, label from text_line
    union all
    select 'panel', stage, indicator, null, 'panel', null, null, null, null, coalesce(short, indicator) || if(last_year is null, case $lang when 'en' then ' (no change known)' else '（变化不明）' end, '')
    from panel left join panel_called using (indicator)
)

select
    coalesce(sort_order, 0)::integer as panel_order,
    coalesce(short, mark.indicator)  as panel,
    case
        when $lang = 'en' then case mark.stage when 'primary' then 'Primary' else 'Junior' end
        when mark.stage = 'primary' then '小学'
        else '初中'
    end as stage_name,
    mark.indicator, mark.stage, mark, tone, mark.year, amount, label, line_at, flag,
    coalesce(flag like '%break%', false)                                           as broken,
    round(from_at, 5)                                                              as from_at,
    round(to_at, 5)                                                                as to_at,
    -- least() and greatest() pass over nulls.
    case when from_at is not null then greatest(-cap, least(from_at, cap)) end     as from_shown,
    case when to_at is not null then greatest(-cap, least(to_at, cap)) end         as to_shown,
    coalesce(to_at > cap, false)                                                   as beyond_up,
    coalesce(to_at < -cap, false)                                                  as beyond_down,
    cap, printf('+%.2f', cap) as cap_up, printf('−%.2f', cap) as cap_down,
    span.first_year, span.last_year, concat_ws('–', span.first_year, nullif(span.last_year, span.first_year)) as years_shown,
    (select case $lang when 'en' then coalesce(min(county_name_en), min(county.county_name)) else min(county.county_name) end
     from county join chosen_county using (county_code) left join plan_target using (county_code))
        || case when $county is null then case $lang when 'en' then ' (the county with most above the limit)' else '（超限值最多的县）' end else '' end as place_name
from mark
left join changed using (stage, indicator, year)
cross join axis
cross join span
left join panel_called on panel_called.indicator = mark.indicator
where cap is not null
order by panel_order, panel, mark.stage, mark, mark.year, line_at, tone
