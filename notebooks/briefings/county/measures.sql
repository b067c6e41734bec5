-- What must be added, a row for each indicator of resources, with the offices that answer and the day the plan gives the county.
with target as (
    select coalesce(standard_on, recognition_on) as due_on
    from plan_target
    join plan using (plan_id)
    where county_code = $county
    qualify row_number() over (order by issued_on desc nulls last, plan_id) = 1
),

gap as (
    select
        indicator,
        sum(schools_short)                       as short,
        sum(schools_left_at_floor)               as left_at_floor,
        sum(schools_unknown)                     as unknown,
        sum(amount)                              as amount,
        any_value(unit order by stage)           as unit,
        any_value(unit_en order by stage)        as unit_en,
        case when count(*) filter (where amount > 0 and cost is null) = 0 then sum(cost) end as cost
    from county_gap
    where year = $year and county_code = $county
    group by indicator
    having sum(schools_short) > 0 or sum(schools_unknown) > 0
)

select
    indicator,
    case $lang when 'en' then short_en else short_zh end as name,
    short,
    left_at_floor,
    rtrim(rtrim(format('{:,.2f}', amount::double), '0'), '.') || ' ' || case when $lang = 'zh' then unit when amount = 1 then regexp_replace(unit_en, 's$', '') else unit_en end
        || if(unknown > 0, ' (' || unknown || '?)', '') as lacking,
    coalesce(format('{:,.2f}', cost::double / 10000), '—') as cost,
    coalesce(case $lang when 'en' then office_words.en else office_words.zh end, case $lang when 'en' then 'not named' else '未明确' end) as offices,
    coalesce((select due_on::varchar from target), '—') as due_on
from gap
join rule_indicator using (indicator)
left join office_words on office_words.county_code = $county and office_words.indicator = gap.indicator
order by sort_order, indicator
