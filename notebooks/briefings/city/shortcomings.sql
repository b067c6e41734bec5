-- County indicators that fail in at least one county, the most frequent first.
select
    indicator,
    case $lang when 'en' then short_en else short_zh end               as name,
    count(distinct county_code) filter (where verdict = 'not_met')     as failing,
    count(distinct county_code) filter (where verdict = 'unknown')     as unknown,
    count(distinct county_code) filter (where verdict in ('met', 'not_met')) as judged
from county_indicator
join rule_indicator using (indicator)
where year = $year and part = ''
group by indicator, name, sort_order
having failing > 0
order by failing desc, sort_order, indicator
