-- What the plan wants of this county in the year after the date of the data.
select distinct
    due_on,
    case $lang when 'en' then name_en else name_zh end as name
from (select due_on::varchar as due_on, name_zh, name_en from plan_calendar where county_code = $county and due_on > $as_of::date and due_on <= $as_of::date + interval 1 year and not closed)
order by due_on, name
