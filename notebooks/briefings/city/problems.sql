-- What fails in each county and which offices the plan makes answer for it.
with office as (
    select
        indicator,
        string_agg(distinct department, '、' order by department) filter (where role = 'lead')  as lead_zh,
        string_agg(distinct department_en, ', ' order by department_en) filter (where role = 'lead') as lead_en,
        string_agg(distinct department, '、' order by department) filter (where role = 'listed')  as listed_zh,
        string_agg(distinct department_en, ', ' order by department_en) filter (where role = 'listed') as listed_en
    from plan_duty
    join plan_department using (plan_id, duty)
    where indicator is not null
    group by indicator
)

select
    county_code,
    name,
    string_agg(problem, case $lang when 'en' then '; ' else '；' end order by sort_order, indicator) as problem,
    offices
from (
    select
        county_code, indicator, sort_order,
        case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as name,
        ltrim(indicator, '0') || ' ' || case $lang when 'en' then short_en else short_zh end as problem,
        coalesce(
            case $lang when 'en' then coalesce(lead_en, listed_en) else coalesce(lead_zh, listed_zh) end,
            case $lang when 'en' then 'not named in the plan' else '计划未写明' end
        ) as offices
    from county_indicator
    join rule_indicator using (indicator)
    join county using (county_code)
    left join (select county_code, min(county_name_en) as county_name_en from plan_target group by county_code) using (county_code)
    left join office using (indicator)
    where year = $year and part = '' and verdict = 'not_met'
)
group by county_code, name, offices
order by county_code, min(sort_order), offices
