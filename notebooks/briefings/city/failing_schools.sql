-- School-stages that do not pass, for the internal edition alone: no public paper names a school.
select
    school_verdict.county_code,
    case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as called,
    school_code,
    -- A school's name mostly begins with its county's, which stands beside it.
    case when starts_with(school_name, county_name) and length(school_name) > length(county_name) then substr(school_name, length(county_name) + 1) else school_name end as name,
    case stage when 'primary' then case $lang when 'en' then 'primary' else '小学' end else case $lang when 'en' then 'junior' else '初中' end end as stage,
    coalesce(string_agg(short, case $lang when 'en' then ', ' else '、' end order by sort_order, indicator) filter (where band = 'below'), '—') as below,
    coalesce(string_agg(short, case $lang when 'en' then ', ' else '、' end order by sort_order, indicator) filter (where band = 'near'), '—')  as near
from school_verdict
join school using (year, school_code)
join county on county.county_code = school_verdict.county_code
left join (select county_code, min(county_name_en) as county_name_en from plan_target group by county_code) as named on named.county_code = school_verdict.county_code
left join (
    select year, school_code, stage, indicator, band, sort_order, case $lang when 'en' then short_en else short_zh end as short
    from school_indicator
    join rule_indicator using (indicator)
    where part = '' and band in ('near', 'below')
) using (year, school_code, stage)
where year = $year and school_verdict.verdict = 'not_met' and $edition = 'internal'
group by school_verdict.county_code, called, school_code, school_name, county_name, stage
order by school_verdict.county_code, stage desc, school_code
