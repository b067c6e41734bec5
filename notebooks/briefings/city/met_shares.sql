-- Of each county, how many school-stages meet each indicator of resources.
with placed as (
    select indicator, row_number() over (order by sort_order, indicator) as place
    from rule_indicator
    where indicator in (select indicator from county_coefficient)
),

cell as (
    select
        county_code, place,
        count(*) filter (where verdict = 'met') || '/' || count(*) || if(count(*) filter (where verdict = 'unknown') > 0, ' (' || count(*) filter (where verdict = 'unknown') || '?)', '') as said
    from school_indicator
    join placed using (indicator)
    where year = $year and part = ''
    group by county_code, place
)

select
    county_code,
    case $lang when 'en' then regexp_replace(coalesce(any_value(county_name_en), any_value(county_name)), ' (District|County)$', '') else any_value(county_name) end as name,
    coalesce(max(said) filter (where place = 1), '—') as c1,
    coalesce(max(said) filter (where place = 2), '—') as c2,
    coalesce(max(said) filter (where place = 3), '—') as c3,
    coalesce(max(said) filter (where place = 4), '—') as c4,
    coalesce(max(said) filter (where place = 5), '—') as c5,
    coalesce(max(said) filter (where place = 6), '—') as c6,
    coalesce(max(said) filter (where place = 7), '—') as c7
from cell
join county using (county_code)
left join (select county_code, min(county_name_en) as county_name_en from plan_target group by county_code) using (county_code)
group by county_code
order by county_code
