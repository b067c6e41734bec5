-- A row for each county.
with target as (
    select county_code, coalesce(recognition_year, standard_year) as target_year, county_name_en
    from plan_target
    join plan using (plan_id)
    qualify row_number() over (partition by county_code order by issued_on desc nulls last, plan_id) = 1
),

-- One that fails in any stage fails, once.
judged as (
    select county_code, indicator, bool_or(verdict = 'not_met') as fails, bool_or(verdict = 'unknown') as open
    from county_indicator
    where year = $year and part = ''
    group by county_code, indicator
),

failing as (
    select county_code, count(*) filter (where fails) as indicators_failing, count(*) filter (where open and not fails) as indicators_unknown
    from judged
    group by county_code
)

select
    county_code,
    case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as name,
    coalesce(target_year::varchar, '—')                                                  as target_year,
    coalesce(primary_met, 0) || '/' || coalesce(primary_stages, 0)                       as primary_met,
    coalesce(junior_met, 0) || '/' || coalesce(junior_stages, 0)                         as junior_met,
    coefficients_not_met || if(coefficients_unknown > 0, ' (' || coefficients_unknown || '?)', '') as coefficients,
    coalesce(indicators_failing, 0) || if(indicators_unknown > 0, ' (' || indicators_unknown || '?)', '') as indicators,
    case overall
        when 'met'     then case $lang when 'en' then 'met' else '达标' end
        when 'not_met' then case $lang when 'en' then 'not met' else '未达标' end
        else case $lang when 'en' then 'unknown' else '不能判定' end
    end as verdict
from county_status
join county_verdict using (year, county_code)
join county using (county_code)
left join target using (county_code)
left join failing using (county_code)
where year = $year
order by county_code
