-- What fails in each county and which offices answer for it, by the one document that governs the county.
select
    county_code,
    name,
    string_agg(problem, case $lang when 'en' then '; ' else '；' end order by sort_order, indicator) as problem,
    offices
from (
    select distinct
        county_code, indicator, sort_order,
        case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as name,
        ltrim(indicator, '0') || ' ' || case $lang when 'en' then short_en else short_zh end as problem,
        coalesce(
            case $lang when 'en' then office_words.en else office_words.zh end,
            case $lang when 'en' then 'not named' else '未明确' end
        ) as offices
    from county_indicator
    join rule_indicator using (indicator)
    join county using (county_code)
    left join (select county_code, min(county_name_en) as county_name_en from plan_target group by county_code) using (county_code)
    left join office_words using (county_code, indicator)
    where year = $year and part = '' and verdict = 'not_met'
)
group by county_code, name, offices
order by county_code, min(sort_order), offices
