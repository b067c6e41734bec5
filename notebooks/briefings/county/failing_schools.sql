-- School-stages that do not pass, for the internal edition alone: no public paper names a school that fails.
select
    school_code,
    case when starts_with(school_name, county_name) and length(school_name) > length(county_name) then substr(school_name, length(county_name) + 1) else school_name end as name,
    case stage when 'primary' then case $lang when 'en' then 'primary' else '小学' end else case $lang when 'en' then 'junior' else '初中' end end as stage,
    coalesce(string_agg(short, case $lang when 'en' then ', ' else '、' end order by sort_order, indicator) filter (where band = 'below'), '—') as below,
    coalesce(string_agg(short, case $lang when 'en' then ', ' else '、' end order by sort_order, indicator) filter (where band = 'near'), '—')  as near
from school_verdict
join school using (year, school_code)
join county on county.county_code = school_verdict.county_code
left join (
    select year, school_code, stage, indicator, band, sort_order, case $lang when 'en' then short_en else short_zh end as short
    from school_indicator
    join rule_indicator using (indicator)
    where part = '' and band in ('near', 'below')
) using (year, school_code, stage)
where year = $year and school_verdict.county_code = $county and school_verdict.verdict = 'not_met' and $edition = 'internal'
group by school_code, school_name, county_name, stage
order by stage desc, school_code
