-- School-stages by the school rule, in one row; none where the rules have no such verdict.
select
    count(*)                                                      as stages,
    count(*) filter (where verdict = 'met')                       as met,
    count(*) filter (where verdict = 'not_met')                   as not_met,
    count(*) filter (where verdict = 'unknown')                   as unknown,
    case when count(*) = 1 then 'school-stage' else 'school-stages' end as noun
from school_verdict
where year = $year and county_code = $county
having count(*) > 0
