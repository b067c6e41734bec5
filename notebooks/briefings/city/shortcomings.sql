-- County indicators that fail in at least one county, the most frequent first. A county is judged once: failing in any stage, else unknown where any stage is.
with judged as (
    select
        county_code, indicator,
        case when bool_or(verdict = 'not_met') then 'not_met' when bool_or(verdict = 'unknown') then 'unknown' when bool_or(verdict = 'met') then 'met' end as verdict
    from county_indicator
    where year = $year and part = ''
    group by county_code, indicator
)

select
    indicator,
    case $lang when 'en' then short_en else short_zh end               as name,
    count(*) filter (where verdict = 'not_met')                        as failing,
    count(*) filter (where verdict = 'unknown')                        as unknown,
    count(*) filter (where verdict in ('met', 'not_met'))              as judged
from judged
join rule_indicator using (indicator)
group by indicator, name, sort_order
having failing > 0
order by failing desc, sort_order, indicator
