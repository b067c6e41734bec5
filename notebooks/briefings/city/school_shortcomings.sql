-- Resource indicators by the school-stages below their threshold, the most frequent first.
select
    indicator,
    case $lang when 'en' then short_en else short_zh end    as name,
    count(*) filter (where band in ('near', 'below'))       as short,
    count(*) filter (where band = 'below')                  as below,
    count(*) filter (where verdict = 'unknown')             as unknown,
    count(*)                                                as stages,
    count(distinct county_code) filter (where band in ('near', 'below')) as counties
from school_indicator
join rule_indicator using (indicator)
where year = $year and part = ''
group by indicator, name, sort_order
having short > 0
order by short desc, sort_order, indicator
