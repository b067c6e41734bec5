-- The counties of change.sql together, in one row; none in a first year.
select
    $year - 1                                          as year_before,
    sum(before.primary_met + before.junior_met)::bigint as met_before,
    sum(before.primary_stages + before.junior_stages)::bigint as stages_before,
    sum(now.primary_met + now.junior_met)::bigint      as met_now,
    sum(now.primary_stages + now.junior_stages)::bigint as stages_now,
    sum(before.coefficients_not_met)::bigint           as over_before,
    sum(now.coefficients_not_met)::bigint              as over_now
from county_status as now
join county_status as before using (county_code)
where now.year = $year and before.year = $year - 1 and now.primary_met is not null and before.primary_met is not null
having count(*) > 0
