-- The numbers of the indicators of resources in their order, in one row of seven: heads of a table too narrow for their names.
select
    coalesce(max(ltrim(indicator, '0')) filter (where place = 1), '—') as c1,
    coalesce(max(ltrim(indicator, '0')) filter (where place = 2), '—') as c2,
    coalesce(max(ltrim(indicator, '0')) filter (where place = 3), '—') as c3,
    coalesce(max(ltrim(indicator, '0')) filter (where place = 4), '—') as c4,
    coalesce(max(ltrim(indicator, '0')) filter (where place = 5), '—') as c5,
    coalesce(max(ltrim(indicator, '0')) filter (where place = 6), '—') as c6,
    coalesce(max(ltrim(indicator, '0')) filter (where place = 7), '—') as c7
from (
    select indicator, row_number() over (order by sort_order, indicator) as place
    from rule_indicator
    where indicator in (select indicator from county_coefficient)
)
