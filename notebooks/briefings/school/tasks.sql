-- What the plan wants of the school's county next, the first few.
select distinct on (due_on, sort_order, item)
    due_on::varchar as due_on,
    case $lang when 'en' then name_en else name_zh end as name
from plan_calendar
where county_code = $county and due_on > $as_of::date and not closed
order by due_on, sort_order, item
limit 3
