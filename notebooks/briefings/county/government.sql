-- The county indicators of government, a row each with its verdict in all stages together.
select
    ltrim(indicator, '0') as number,
    case $lang when 'en' then name_en else name_zh end as name,
    case
        when bool_or(verdict = 'not_met') then case $lang when 'en' then 'not met' else '未达标' end
        when bool_or(verdict = 'unknown') then case $lang when 'en' then 'unknown' else '不能判定' end
        when bool_or(verdict = 'met')     then case $lang when 'en' then 'met' else '达标' end
        else case $lang when 'en' then 'does not apply' else '不适用' end
    end as verdict
from county_indicator
join rule_indicator using (indicator)
where year = $year and county_code = $county and part = '' and county_indicator.dimension = 'government'
group by indicator, name, sort_order
order by sort_order, indicator
