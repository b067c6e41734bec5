-- Where the coefficients of one county will be two years ahead: a panel for each indicator and stage with what was counted, the interval projected, the limit and the target year.
-- grain: indicator, stage, mark, year
-- $county is the code of a county, or null: then the one with the most coefficients above the limit. $year is the last year counted, or null for the latest; $lang is zh or en.
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

counted as (
    select
        filed.year, stage, indicator, verdict,
        round(cv::double, 5)       as cv,
        round(cv_limit::double, 5) as cv_limit
    from county_coefficient as filed
    join chosen_county using (county_code)
    join chosen_year on filed.year <= chosen_year.year
    where stage in ('primary', 'junior')
),

-- A projection starts from the latest count and from no other.
projected as (
    select ahead.year, stage, indicator, round(cv, 5) as cv, round(cv_low, 5) as cv_low, round(cv_high, 5) as cv_high, flag
    from projection as ahead
    join chosen_county using (county_code)
    join chosen_year on ahead.year > chosen_year.year
    where stage in ('primary', 'junior') and (select max(year) from county_coefficient) = chosen_year.year
),

-- The plan issued last that names the county a year says what it is held to, and by what the outlook was told.
aimed as (
    select stage, indicator, condition.target_year, outlook, basis
    from plan_condition as condition
    join chosen_county using (county_code)
    join chosen_year using (year)
    join plan using (plan_id)
    where kind = 'coefficient'
    qualify row_number() over (partition by stage, indicator order by target_year is null, issued_on desc nulls last, plan_id) = 1
),

panel as (
    select
        stage, indicator,
        max(cv_limit)                                              as cv_limit,
        max(counted.year) filter (cv is not null)                  as last_year,
        arg_max(cv, counted.year)                                  as last_cv,
        arg_max(verdict, counted.year) filter (cv is not null)     as last_verdict
    from (select distinct stage from counted)
    cross join (select distinct indicator from counted)
    left join counted using (stage, indicator)
    group by stage, indicator
),

span as (
    select
        min(counted.year)                                                                                                  as first_year,
        greatest(max(counted.year), (select max(year) from projected), least((select max(target_year) from aimed), max(counted.year) + 8)) as last_year
    from counted
),

-- One axis for all panels: to twice the limit, or as far as anything reaches. What lies beyond is cut at the top.
axis as (
    select least(coalesce(2 * max(cv_limit), 1.0), ceil(10 * max(greatest(coalesce(cv, 0), coalesce(cv_high, 0), 1.3 * coalesce(cv_limit, 0)))) / 10) as cap
    from (
        select cv, null as cv_high, cv_limit from counted
        union all
        select cv, cv_high, null from projected
    )
),

farthest as (
    select stage, indicator, arg_max(year, year) as year, arg_max(cv, year) as cv, arg_max(cv_low, year) as cv_low, arg_max(cv_high, year) as cv_high, max(flag) as flag
    from projected
    where cv is not null
    group by stage, indicator
),

refused as (
    select stage, indicator, any_value(split_part(flag, ',', 1) order by year) as reason
    from projected
    where cv is null
    group by stage, indicator
),

counted_line as (
    select stage, indicator, year, cv
    from (select unnest(range(min(year), max(year) + 1)) as year from counted)
    cross join panel
    left join counted using (stage, indicator, year)
),

-- The projection opens from the last count, if that is the year it starts from.
opening as (
    select stage, indicator, last_year as year, last_cv as cv, last_cv as cv_low, last_cv as cv_high
    from panel
    join farthest using (stage, indicator)
    cross join chosen_year
    where panel.last_year = chosen_year.year
    union all
    select stage, indicator, year, cv, cv_low, cv_high from projected where cv is not null
),

outlook_called as (
    select *
    from (values
        ('achieved', '已认定', 'recognised'), ('ready', '现已达标', 'met now'), ('slipped', '认定后滑坡', 'slipped'), ('on_track', '可按期', 'on track'),
        ('late', '要晚', 'late'), ('overdue', '逾期', 'overdue'), ('cannot_tell', '不能判断', 'cannot tell')
    ) as named (outlook, zh, en)
),

reason_called as (
    select *
    from (values ('school_not_known', '有学校缺数', 'a school is missing'), ('fewer_than_four_years', '不足四年', 'under four years')) as named (reason, zh, en)
),

-- Beside each panel, line by line: the last count, the projection and its interval or why there is none, the target year and the outlook.
said as (
    select
        panel.stage, panel.indicator, panel.last_year, panel.last_cv, farthest.year as ahead_year, farthest.cv as ahead_cv, farthest.cv_low, farthest.cv_high, aimed.target_year, aimed.outlook,
        -- 0.5003 over a limit of 0.50 must not read 0.500.
        case when last_cv is not null then printf(if(round(last_cv, 3) = round(cv_limit, 3), '%d: %.4f', '%d: %.3f'), panel.last_year, last_cv) end as line_counted,
        case when farthest.cv is not null then printf(if(round(farthest.cv, 3) = round(cv_limit, 3), '%d: %.4f', '%d: %.3f'), farthest.year, farthest.cv)
            || case when coalesce(farthest.flag, '') like '%break%' then '*' else '' end end as line_ahead,
        case
            when farthest.cv_low is not null then printf('%.3f–%.3f', farthest.cv_low, farthest.cv_high)
            when farthest.cv is not null then case $lang when 'en' then 'no interval yet' else '检验不足，无区间' end
            when refused.reason is not null then case $lang when 'en' then 'not projected:' else '不作预测：' end
            else case $lang when 'en' then 'no projection' else '没有预测' end
        end as line_interval,
        case when farthest.cv is null then case $lang when 'en' then coalesce(reason_called.en, refused.reason) else coalesce(reason_called.zh, refused.reason) end end as line_refused,
        case $lang when 'en' then 'target ' || aimed.target_year else '目标 ' || aimed.target_year || ' 年' end as line_target,
        case $lang when 'en' then outlook_called.en else outlook_called.zh end
            || case aimed.basis
                when 'pace' then case $lang when 'en' then ' (by pace)' else '（按速度）' end
                when 'projection' then case $lang when 'en' then ' (projected)' else '（按预测）' end
                else ''
            end as line_outlook
    from panel
    left join farthest using (stage, indicator)
    left join refused using (stage, indicator)
    left join aimed using (stage, indicator)
    left join reason_called using (reason)
    left join outlook_called on outlook_called.outlook = aimed.outlook
),

text_line as (
    select stage, indicator, 'text' as mark, row_number() over (partition by stage, indicator order by place) as line_at, tone, label
    from (
        select stage, indicator, 1 as place, 'counted' as tone, line_counted as label from said
        union all
        select stage, indicator, 2, 'ahead', line_ahead from said
        union all
        select stage, indicator, 3, 'ahead', line_interval from said
        union all
        select stage, indicator, 4, 'ahead', line_refused from said
        union all
        select stage, indicator, 5, 'target', line_target from said
        union all
        select stage, indicator, 6, 'target', line_outlook from said
    )
    where label is not null
),

panel_called as (
    select indicator, sort_order, case $lang when 'en' then short_en else short_zh end as short
    from rule_indicator
),

mark as (
    select 'counted' as mark, stage, indicator, counted_line.year, cv, null::double as cv_low, null::double as cv_high, null::bigint as line_at, 'counted' as tone, null as label from counted_line
    union all
    select 'ahead', stage, indicator, year, cv, cv_low, cv_high, null, 'ahead', null from opening
    union all
    select 'limit', stage, indicator, null, cv_limit, null, null, null, 'limit', printf(case $lang when 'en' then 'limit %.2f' else '限值 %.2f' end, cv_limit) from panel where cv_limit is not null
    union all
    select 'target', stage, indicator, target_year, null, null, null, null, 'target', null from aimed join panel using (stage, indicator) cross join span where target_year between first_year and span.last_year
    union all
    select mark, stage, indicator, null, null, null, null, line_at, tone, label from text_line
    union all
    select 'panel', stage, indicator, null, null, null, null, null, 'panel', coalesce(short, indicator) || if(last_year is null, case $lang when 'en' then ' (no value)' else '（无值）' end, '') from panel left join panel_called using (indicator)
)

select
    coalesce(sort_order, 0)::integer as panel_order,
    coalesce(short, mark.indicator)  as panel,
    case
        when $lang = 'en' then case mark.stage when 'primary' then 'Primary' else 'Junior' end
        when mark.stage = 'primary' then '小学'
        else '初中'
    end as stage_name,
    mark.indicator, mark.stage, mark, tone, mark.year, mark.cv, mark.cv_low, mark.cv_high, label, line_at,
    said.last_year, said.last_cv, said.ahead_year, said.ahead_cv, said.cv_low as ahead_low, said.cv_high as ahead_high, said.target_year, said.outlook,
    -- least() passes over nulls: it would draw a missing value at the top.
    case when mark.cv is not null then least(mark.cv, cap) end           as cv_shown,
    case when mark.cv_low is not null then least(mark.cv_low, cap) end   as low_shown,
    case when mark.cv_high is not null then least(mark.cv_high, cap) end as high_shown,
    coalesce(mark.cv > cap, false)                                       as clipped,
    mark = 'ahead' and mark.year > said.last_year                        as is_ahead,
    cap, span.first_year, span.last_year as axis_end, chosen_year.year as counted_to,
    (select case $lang when 'en' then coalesce(min(county_name_en), min(county.county_name)) else min(county.county_name) end
     from county join chosen_county using (county_code) left join plan_target using (county_code))
        || case when $county is null then case $lang when 'en' then ' (the county with most above the limit)' else '（超限值最多的县）' end else '' end as place_name
from mark
join said on said.stage = mark.stage and said.indicator = mark.indicator
cross join axis
cross join span
cross join chosen_year
left join panel_called on panel_called.indicator = mark.indicator
order by panel_order, panel, mark.stage, mark, mark.year, line_at
