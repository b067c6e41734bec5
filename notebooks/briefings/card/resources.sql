-- The indicators of resources: school-stages that meet each, the coefficients, what must be added.
with met as (
    select
        indicator, stage,
        count(*) filter (where verdict = 'met') || '/' || count(*) || if(count(*) filter (where verdict = 'unknown') > 0, ' (' || count(*) filter (where verdict = 'unknown') || '?)', '') as said
    from school_indicator
    where year = $year and county_code = $county and part = ''
    group by indicator, stage
),

coefficient as (
    select
        indicator, stage,
        case
            when cv is null or verdict = 'unknown' then case verdict when 'not_applicable' then '—' else '?' end
            -- 0.5003 over a limit of 0.50 must not read 0.500.
            when verdict = 'not_met' and round(cv, 3) = cv_limit then printf('%.4f*', cv)
            when verdict = 'not_met' then printf('%.3f*', cv)
            else printf('%.3f', cv)
        end as said,
        if(cv is null, null, 'coefficient ' || $year || ' ' || $county || ' ' || stage || ' ' || indicator) as question
    from county_coefficient
    where year = $year and county_code = $county
),

gap as (
    select
        indicator,
        sum(schools_short)                                             as short,
        sum(schools_unknown)                                           as unknown,
        sum(amount)                                                    as amount,
        any_value(case $lang when 'en' then unit_en else unit end order by stage) as unit
    from county_gap
    where year = $year and county_code = $county
    group by indicator
)

select
    indicator,
    case $lang when 'en' then short_en else short_zh end                              as name,
    coalesce(max(met.said) filter (where met.stage = 'primary'), '—')                 as primary_met,
    coalesce(max(met.said) filter (where met.stage = 'junior'), '—')                  as junior_met,
    coalesce(max(coefficient.said) filter (where coefficient.stage = 'primary'), '—') as primary_cv,
    coalesce(max(coefficient.said) filter (where coefficient.stage = 'junior'), '—')  as junior_cv,
    max(coefficient.question) filter (where coefficient.stage = 'primary')            as primary_cv_explain,
    max(coefficient.question) filter (where coefficient.stage = 'junior')             as junior_cv_explain,
    case
        when any_value(gap.indicator) is null then '—'
        when any_value(gap.amount) > 0 then rtrim(rtrim(format('{:,.2f}', any_value(gap.amount)::double), '0'), '.') || ' ' || if($lang = 'en' and any_value(gap.amount) = 1, regexp_replace(any_value(gap.unit), 's$', ''), any_value(gap.unit))
        else '0'
    end || if(any_value(gap.unknown) > 0, ' (' || any_value(gap.unknown) || '?)', '') as lacking
from rule_indicator
join met using (indicator)
left join coefficient using (indicator, stage)
left join gap using (indicator)
where indicator in (select indicator from county_coefficient)
group by indicator, name, sort_order
order by sort_order, indicator
