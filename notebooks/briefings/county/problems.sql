-- The county indicators that are not met, with the offices that answer for them.
select
    ltrim(indicator, '0') || ' ' || case $lang when 'en' then name_en else name_zh end as name,
    case $lang
        when 'en' then string_agg(case stage when 'all' then 'the whole county' else stage end, ', ' order by stage desc)
        else string_agg(case stage when 'primary' then '小学' when 'junior' then '初中' else '全县' end, '、' order by stage desc)
    end as stages,
    coalesce(any_value(case $lang when 'en' then office_words.en else office_words.zh end), case $lang when 'en' then 'not named' else '未明确' end) as offices
from county_indicator
join rule_indicator using (indicator)
left join office_words using (county_code, indicator)
where year = $year and county_code = $county and part = '' and verdict = 'not_met'
group by indicator, name, sort_order
order by sort_order, indicator
