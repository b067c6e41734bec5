-- Numeric parts of county indicators that are not met, with the number and the standard; the first few.
with subject as (
    select * from (values ('chinese', '语文'), ('mathematics', '数学'), ('science', '科学'), ('pe', '体育'), ('arts', '艺术'), ('moral', '德育')) as one(subject, zh)
),

said as (
    select
        indicator, part, stage, sort_order, value, threshold, comparison, units_failing,
        case $lang when 'en' then short_en else short_zh end as short,
        case when subject is not null then split_part(part_name_zh, ' ', 1) || '·' || subject.zh else part_name_zh end as named_zh,
        case when subject is not null then regexp_replace(part_name_en, ' [a-z]+-[a-z]+$', '') || ', ' || subject else part_name_en end as named_en,
        case $lang when 'en' then unit_en else unit_zh end as unit,
        -- 99.96 under a standard of 100 must not read 100.
        if(abs(value - threshold) < 0.05, 4, 2) as places
    from county_indicator
    join rule_indicator using (indicator)
    left join subject on part like '%-' || subject
    where year = $year and county_code = $county and verdict = 'not_met'
        and (part <> '' or not exists (
            select 1 from county_indicator as part_row
            where part_row.year = $year and part_row.county_code = $county and part_row.indicator = county_indicator.indicator and part_row.stage = county_indicator.stage
                and part_row.part <> '' and part_row.verdict = 'not_met'))
)

select
    ltrim(indicator, '0') || ' ' || short
        || case stage when 'primary' then case $lang when 'en' then ', primary' else '（小学）' end when 'junior' then case $lang when 'en' then ', junior' else '（初中）' end else '' end
        || case when part = '' then '' else case $lang when 'en' then ': ' || named_en else '：' || named_zh end end as name,
    case
        when value is not null then rtrim(rtrim(printf('%.' || places || 'f', value), '0'), '.') || if(unit = '%', '%', '')
        when units_failing > 0 then units_failing || case $lang when 'en' then ' short' else '个未达' end
        else '—'
    end as value,
    if(value is null, null, 'county_indicator ' || $year || ' ' || $county || ' ' || stage || ' ' || indicator || if(part = '', '', ' ' || part)) as value_explain,
    case
        when threshold is null then '—'
        else case comparison when 'at_least' then '≥ ' when 'at_most' then '≤ ' when 'below' then '< ' else '' end || rtrim(rtrim(printf('%.2f', threshold), '0'), '.') || if(unit = '%', '%', '')
    end as standard
from said
order by sort_order, indicator, part, stage
limit 8
