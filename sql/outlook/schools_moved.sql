-- grain: year, county_code
-- inputs: school
-- Schools that a county has gained or lost since the year before: from or to another county of the source (a boundary moved), or opened and closed.

with edge as (
    select now.year, now.county_code, now.school_code, before.county_code as other
    from school as now
    left join school as before on before.year = now.year - 1 and before.school_code = now.school_code
    where before.county_code is distinct from now.county_code
    union all
    select before.year + 1, before.county_code, before.school_code, now.county_code
    from school as before
    left join school as now on now.year = before.year + 1 and now.school_code = before.school_code
    where now.county_code is distinct from before.county_code
)

select
    edge.year,
    edge.county_code,
    cast(count(*) filter (where edge.other is not null) as integer) as moved_between_counties,
    cast(count(*) filter (where edge.other is null) as integer) as opened_or_closed
from edge
where exists (select 1 from school as now where now.year = edge.year and now.county_code = edge.county_code)
    and exists (select 1 from school as before where before.year = edge.year - 1 and before.county_code = edge.county_code)
group by edge.year, edge.county_code
