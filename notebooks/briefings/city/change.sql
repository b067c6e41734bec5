-- This year beside the last, a row for each county that was judged in both; none in a first year.
with target as (
    select county_code, min(county_name_en) as county_name_en from plan_target group by county_code
)

select
    county_code,
    case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else county_name end as name,
    before.primary_met + before.junior_met                                              as met_before,
    now.primary_met + now.junior_met                                                    as met_now,
    case
        when now.primary_met + now.junior_met > before.primary_met + before.junior_met then '+' || (now.primary_met + now.junior_met - before.primary_met - before.junior_met)
        when now.primary_met + now.junior_met < before.primary_met + before.junior_met then '−' || (before.primary_met + before.junior_met - now.primary_met - now.junior_met)
        else '0'
    end                                                                                 as met_change,
    before.primary_stages + before.junior_stages                                        as stages_before,
    now.primary_stages + now.junior_stages                                              as stages_now,
    before.coefficients_not_met                                                         as over_before,
    now.coefficients_not_met                                                            as over_now,
    if(now.stages_unknown + now.coefficients_unknown > 0, case $lang when 'en' then 'incomplete' else '数据不全' end, '') as note
from county_status as now
join county_status as before using (county_code)
join county using (county_code)
left join target using (county_code)
where now.year = $year and before.year = $year - 1 and now.primary_met is not null and before.primary_met is not null
order by county_code
