-- What the plan wants in the year after the date of the data, one row for each task and day.
select
    due_on::varchar as due_on,
    case $lang when 'en' then name_en else name_zh end as name,
    case
        when bool_or(county_code = '') then case $lang when 'en' then 'the city' else '市级' end
        when count(distinct county_code) = 1 then case $lang when 'en' then any_value(coalesce(county_name_en, county_name) order by county_code) else any_value(county_name order by county_code) end
        else case $lang when 'en' then count(distinct county_code) || ' counties and zones' else count(distinct county_code) || ' 个县（区、开发区）' end
    end as who
from plan_calendar
where due_on > $as_of::date and due_on <= $as_of::date + interval 1 year and not closed
group by plan_id, kind, item, due_on, name
order by due_on, min(sort_order), item
