-- The school-stages furthest behind, in one row; none in a public edition, which names no school that fails.
select count(*) as shown, string_agg(name, case $lang when 'en' then ', ' else '、' end order by below_count desc, near_count desc, stage desc, school_code) as names
from (
    select
        school_code, stage, below_count, near_count,
        case when starts_with(school_name, county_name) and length(school_name) > length(county_name) then substr(school_name, length(county_name) + 1) else school_name end
            || case $lang when 'en' then ' (' else '（' end
            || case stage when 'primary' then case $lang when 'en' then 'primary' else '小学' end else case $lang when 'en' then 'junior' else '初中' end end
            || case $lang when 'en' then ')' else '）' end as name
    from school_verdict
    join school using (year, school_code)
    join county on county.county_code = school_verdict.county_code
    where year = $year and school_verdict.county_code = $county and verdict = 'not_met' and $edition = 'internal'
    order by below_count desc, near_count desc, stage desc, school_code
    limit 4
)
having count(*) > 0
