-- The county indicators that are judged school by school, as they stand in this school.
with part_word as (
    select indicator, part, stage, any_value(name_zh) as part_zh, any_value(name_en) as part_en
    from rule_part
    where part <> ''
    group by indicator, part, stage
)

select
    ltrim(indicator, '0') || ' ' || case $lang when 'en' then short_en else short_zh end
        || case stage when 'primary' then case $lang when 'en' then ', primary' else '（小学）' end when 'junior' then case $lang when 'en' then ', junior' else '（初中）' end else '' end
        || case $lang when 'en' then coalesce(': ' || part_en, '') else coalesce('：' || part_zh, '') end as name,
    case verdict
        when 'met'            then case $lang when 'en' then 'met' else '达标' end
        when 'not_met'        then case $lang when 'en' then 'not met' else '未达标' end
        when 'not_applicable' then case $lang when 'en' then 'does not apply' else '不适用' end
        else case $lang when 'en' then 'unknown' else '不能判定' end
    end as verdict
from school_rule_result
join rule_indicator using (indicator)
left join part_word using (indicator, part, stage)
where year = $year and school_code = $school
order by verdict = 'met', sort_order, indicator, part, stage
