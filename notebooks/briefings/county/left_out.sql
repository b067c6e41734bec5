-- How many school-stages a public edition does not list, in one row; none where it lists all.
select
    count(*) filter (where stage = 'primary') as primary_stages,
    count(*) filter (where stage = 'junior')  as junior_stages
from school_verdict
where year = $year and county_code = $county and verdict <> 'met' and $edition = 'public'
having count(*) > 0
