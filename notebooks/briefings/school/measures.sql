-- What the school must add so that it passes, one indicator left at its floor where the rule allows: amount, cost, who answers, by when.
with target as (
    select coalesce(standard_on, recognition_on) as due_on
    from plan_target
    join plan using (plan_id)
    where county_code = $county
    qualify row_number() over (order by issued_on desc nulls last, plan_id) = 1
)

select
    'indicator ' || $year || ' ' || $school || ' ' || stage || ' ' || indicator                           as explain,
    case stage when 'primary' then case $lang when 'en' then 'primary' else '小学' end else case $lang when 'en' then 'junior' else '初中' end end as stage,
    case $lang when 'en' then short_en else short_zh end                                                  as name,
    case
        when amount is null then '?'
        when covered_by <> '' then case $lang when 'en' then 'counted with the other stage' else '与另一学段共用，计在该学段' end
        when amount = 0 and left_at_floor then case $lang when 'en' then 'none: left at the floor' else '不补：留在底线' end
        else rtrim(rtrim(format('{:,.2f}', amount::double), '0'), '.') || ' ' || case when $lang = 'zh' then unit when amount = 1 then regexp_replace(unit_en, 's$', '') else unit_en end
            || if(left_at_floor, case $lang when 'en' then ' (to the floor)' else '（补到底线）' end, '')
    end as lacking,
    coalesce(format('{:,.2f}', nullif(cost, 0)::double / 10000), '—')                                                as cost,
    coalesce(case $lang when 'en' then office_words.en else office_words.zh end, case $lang when 'en' then 'not named' else '未明确' end)             as offices,
    coalesce((select due_on::varchar from target), '—')                                                   as due_on
from remedy
join rule_indicator using (indicator)
left join office_words using (county_code, indicator)
where year = $year and school_code = $school
order by stage desc, sort_order, indicator
