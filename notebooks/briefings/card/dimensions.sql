-- The six dimensions and the whole, a row each: verdict, and which indicators fail or are unknown.
with said as (
    unpivot (select resource, coefficient, government, quality, satisfaction, veto, overall from county_verdict where year = $year and county_code = $county)
    on resource, coefficient, government, quality, satisfaction, veto, overall
    into name dimension value verdict
),

words as (
    select * from (values
        ('resource', 1, '资源配置', 'Resources'),
        ('coefficient', 2, '校际差异', 'Differences'),
        ('government', 3, '政府保障', 'Government'),
        ('quality', 4, '教育质量', 'Quality'),
        ('satisfaction', 5, '社会认可度', 'Satisfaction'),
        ('veto', 6, '一票否决', 'Vetoes'),
        ('overall', 7, '总判定', 'Overall')
    ) as word(dimension, place, zh, en)
),

-- One that fails in any stage fails.
judged as (
    select
        dimension, indicator,
        case when bool_or(verdict = 'not_met') then 'not_met' when bool_or(verdict = 'unknown') then 'unknown' else 'met' end as verdict
    from (
        select dimension, indicator, verdict from county_indicator where year = $year and county_code = $county and part = ''
        union all
        select 'coefficient', indicator, verdict from county_coefficient where year = $year and county_code = $county
    )
    group by dimension, indicator
),

-- Of the resources the schools' table says which; vetoes have names and no numbers.
item as (
    select dimension, sort_order, ltrim(indicator, '0') || ' ' || case $lang when 'en' then short_en else short_zh end as name, verdict
    from judged
    join (select indicator, short_en, short_zh, sort_order from rule_indicator) using (indicator)
    union all
    select 'veto', 0, case $lang when 'en' then name_en else name_zh end, verdict from county_veto where year = $year and county_code = $county
    union all
    select 'resource', 0, case $lang when 'en' then 'see the table of resources' else '见资源配置表' end, verdict from said where dimension = 'resource'
),

listed as (
    select
        dimension,
        string_agg(name, case $lang when 'en' then ', ' else '、' end order by sort_order, name) filter (where verdict = 'not_met') as failing,
        string_agg(name, case $lang when 'en' then ', ' else '、' end order by sort_order, name) filter (where verdict = 'unknown') as unknown
    from item
    group by dimension
)

select
    case $lang when 'en' then en else zh end as name,
    case verdict
        when 'met'            then case $lang when 'en' then 'met' else '达标' end
        when 'not_met'        then case $lang when 'en' then 'not met' else '未达标' end
        when 'not_applicable' then case $lang when 'en' then 'does not apply' else '不适用' end
        else case $lang when 'en' then 'unknown' else '不能判定' end
    end as verdict,
    coalesce(failing, '—') as failing,
    coalesce(unknown, '—') as unknown
from said
join words using (dimension)
left join listed using (dimension)
order by place
