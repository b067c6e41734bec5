-- The indicators of resources of each stage: what there is, what is asked, what is missing in things one can add.
with said as (
    select
        school_indicator.*, remedy.amount, remedy.covered_by, remedy.left_at_floor, sort_order,
        case $lang when 'en' then short_en else short_zh end                                               as short,
        case $lang when 'en' then shortfall_unit_en else school_indicator.shortfall_unit end               as natural_unit,
        -- 4.496 under a threshold of 4.5 must not read 4.50.
        if(school_indicator.value is not null and school_indicator.band <> 'meets'
            and (round(school_indicator.value, 2) >= school_indicator.threshold or (school_indicator.band = 'below' and round(school_indicator.value, 2) >= school_indicator.floor)), 4, 2) as places
    from school_indicator
    join rule_indicator using (indicator)
    left join remedy using (year, school_code, stage, indicator)
    where year = $year and school_code = $school and part = ''
)

select
    'indicator ' || $year || ' ' || $school || ' ' || stage || ' ' || indicator                           as explain,
    case stage when 'primary' then case $lang when 'en' then 'primary' else '小学' end else case $lang when 'en' then 'junior' else '初中' end end as stage,
    short                                                                                                 as name,
    case when numerator is null then '?' else rtrim(rtrim(format('{:,.2f}', numerator::double), '0'), '.') || ' ' || if($lang = 'en' and numerator = 1, regexp_replace(natural_unit, 's$', ''), natural_unit) end as has,
    case when value is null then '?' else printf('%.' || places || 'f', value) end                        as value,
    coalesce(rtrim(rtrim(printf('%.3f', threshold), '0'), '.'), '—')                                      as threshold,
    coalesce(rtrim(rtrim(printf('%.3f', floor), '0'), '.'), '—')                                          as floor,
    case band
        when 'meets' then case $lang when 'en' then 'met' else '达标' end
        when 'near'  then case $lang when 'en' then 'at the floor' else '达到底线' end
        when 'below' then case $lang when 'en' then 'below the floor' else '低于底线' end
        else case verdict
            when 'met'            then case $lang when 'en' then 'met' else '达标' end
            when 'not_met'        then case $lang when 'en' then 'not met' else '未达标' end
            when 'not_applicable' then case $lang when 'en' then 'does not apply' else '不适用' end
            else case $lang when 'en' then 'unknown' else '不能判定' end
        end
    end as verdict,
    case
        when band = 'meets' then '0'
        when shortfall is null then case when verdict = 'unknown' then '?' else '—' end
        else rtrim(rtrim(format('{:,.2f}', shortfall), '0'), '.') || ' ' || if($lang = 'en' and shortfall = 1, regexp_replace(natural_unit, 's$', ''), natural_unit)
    end as lacking
from said
order by stage desc, sort_order, indicator
