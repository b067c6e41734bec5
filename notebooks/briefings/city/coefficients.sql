-- The coefficients of each county and stage; a star marks those over the limit, a question mark those that are not known.
with placed as (
    select indicator, row_number() over (order by sort_order, indicator) as place
    from rule_indicator
    where indicator in (select indicator from county_coefficient)
),

cell as (
    select
        county_code, stage, place,
        case
            when cv is null or verdict = 'unknown' then case verdict when 'not_applicable' then '—' else '?' end
            -- 0.5003 over a limit of 0.50 must not read 0.500.
            when verdict = 'not_met' and round(cv, 3) = cv_limit then printf('%.4f*', cv)
            when verdict = 'not_met' then printf('%.3f*', cv)
            else printf('%.3f', cv)
        end as said,
        if(cv is null, null, 'coefficient ' || $year || ' ' || county_code || ' ' || stage || ' ' || indicator) as question
    from county_coefficient
    join placed using (indicator)
    where year = $year
)

select
    county_code,
    case $lang when 'en' then regexp_replace(coalesce(any_value(county_name_en), any_value(county_name)), ' (District|County)$', '') else any_value(county_name) end as name,
    stage,
    case stage when 'primary' then case $lang when 'en' then 'primary' else '小学' end else case $lang when 'en' then 'junior' else '初中' end end as stage_name,
    coalesce(max(said) filter (where place = 1), '—') as c1, max(question) filter (where place = 1) as c1_explain,
    coalesce(max(said) filter (where place = 2), '—') as c2, max(question) filter (where place = 2) as c2_explain,
    coalesce(max(said) filter (where place = 3), '—') as c3, max(question) filter (where place = 3) as c3_explain,
    coalesce(max(said) filter (where place = 4), '—') as c4, max(question) filter (where place = 4) as c4_explain,
    coalesce(max(said) filter (where place = 5), '—') as c5, max(question) filter (where place = 5) as c5_explain,
    coalesce(max(said) filter (where place = 6), '—') as c6, max(question) filter (where place = 6) as c6_explain,
    coalesce(max(said) filter (where place = 7), '—') as c7, max(question) filter (where place = 7) as c7_explain
from cell
join county using (county_code)
left join (select county_code, min(county_name_en) as county_name_en from plan_target group by county_code) using (county_code)
group by county_code, stage
order by county_code, stage desc
