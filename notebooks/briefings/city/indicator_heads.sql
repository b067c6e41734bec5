-- The indicators of resources in their order, in one row of seven; a pack with fewer leaves the rest a dash.
select
    coalesce(max(name) filter (where place = 1), '—') as c1,
    coalesce(max(name) filter (where place = 2), '—') as c2,
    coalesce(max(name) filter (where place = 3), '—') as c3,
    coalesce(max(name) filter (where place = 4), '—') as c4,
    coalesce(max(name) filter (where place = 5), '—') as c5,
    coalesce(max(name) filter (where place = 6), '—') as c6,
    coalesce(max(name) filter (where place = 7), '—') as c7
from (
    select case $lang when 'en' then short_en else short_zh end as name, row_number() over (order by sort_order, indicator) as place
    from rule_indicator
    where indicator in (select indicator from county_coefficient)
)
