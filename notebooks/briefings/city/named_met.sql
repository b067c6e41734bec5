-- The counties that meet, in one row; none where no county does.
select string_agg(name, case $lang when 'en' then ', ' else '、' end order by county_code) as names
from county_verdict
join (
    select county.county_code, case $lang when 'en' then coalesce(min(county_name_en), min(county.county_name)) else min(county.county_name) end as name
    from county left join plan_target using (county_code)
    group by county.county_code
) using (county_code)
where year = $year and overall = 'met'
having count(*) > 0
