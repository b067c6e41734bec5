-- The county's coefficients in one row.
select
    count(*) filter (where verdict in ('met', 'not_met'))                                                     as known,
    count(*) filter (where verdict = 'not_met')                                                               as over_limit,
    count(*) filter (where verdict = 'unknown')                                                               as unknown,
    string_agg(
        case stage when 'primary' then case $lang when 'en' then 'primary ' else '小学' end else case $lang when 'en' then 'junior ' else '初中' end end
            || case $lang when 'en' then lower(short_en) || ' ' else short_zh end || printf('%.3f', cv),
        case $lang when 'en' then ', ' else '、' end order by stage desc, sort_order)
        filter (where verdict = 'not_met')                                                                    as over_names
from county_coefficient
join rule_indicator using (indicator)
where year = $year and county_code = $county
having count(*) > 0
