-- Tasks of the plan past their day without being closed, in one row; none where there are none.
select count(*) as tasks, count(distinct county_code) filter (where county_code <> '') as counties
from plan_task_progress
where overdue
having count(*) > 0
