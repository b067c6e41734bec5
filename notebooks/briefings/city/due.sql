-- Counties whose planned year has come, in one row; none without a plan or before the first is due.
with target as (
    select county_code, coalesce(recognition_year, standard_year) as target_year
    from plan_target
    join plan using (plan_id)
    qualify row_number() over (partition by county_code order by issued_on desc nulls last, plan_id) = 1
),

named as (
    select county_code, min(case $lang when 'en' then coalesce(county_name_en, county_name) else county_name end) as name
    from plan_target
    group by county_code
)

select
    count(*)                                    as counties,
    count(*) filter (where overall = 'met')     as met,
    count(*) filter (where overall = 'not_met') as not_met,
    count(*) filter (where overall = 'unknown') as unknown,
    string_agg(name || case $lang when 'en' then ' (' else '（' end || target_year || case $lang when 'en' then ')' else '）' end,
               case $lang when 'en' then ', ' else '、' end order by target_year, county_code) as names
from county_verdict
join target using (county_code)
join named using (county_code)
where year = $year and target_year <= $year
having count(*) > 0
