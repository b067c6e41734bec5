-- The county's tasks past their day without being closed, in one row; none where there are none.
select count(*) as tasks
from plan_task_progress
where overdue and county_code = $county
having count(*) > 0
