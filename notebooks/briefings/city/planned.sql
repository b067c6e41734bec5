-- One row where the source has a plan, none where it has not.
select count(*) as plans
from plan
having count(*) > 0
