-- What the plan asks of the city as a whole, and where it stands by this year's numbers.
select
    case $lang when 'en' then name_en else name_zh end as name,
    due_on::varchar                                    as due_on,
    needed,
    (select count(*) from county_verdict where year = $year and overall = 'met') as met
from plan_milestone
order by due_on, plan_id, milestone
