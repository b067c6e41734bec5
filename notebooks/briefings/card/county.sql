-- The county and its verdict, in one row.
with target as (
    select county_code, coalesce(recognition_year, standard_year) as target_year, county_name_en
    from plan_target
    join plan using (plan_id)
    where county_code = $county
    qualify row_number() over (order by issued_on desc nulls last, plan_id) = 1
),

outlook_now as (
    select outlook, target_year as aimed_at
    from plan_ledger
    join plan using (plan_id)
    where county_code = $county and plan_ledger.year = $year and outlook is not null
    qualify row_number() over (order by issued_on desc nulls last, plan_id) = 1
)

select
    county_code,
    case $lang when 'en' then coalesce(county_name_en, county_name) else county_name end as name,
    target_year::varchar                                                                as target_year,
    overall = 'met'                                                                     as met,
    overall = 'not_met'                                                                 as not_met,
    overall = 'unknown'                                                                 as unknown,
    outlook = 'achieved'                                                                as achieved,
    outlook = 'ready'                                                                   as ready,
    outlook = 'slipped'                                                                 as slipped,
    outlook = 'on_track'                                                                as on_track,
    outlook = 'late'                                                                    as late,
    outlook = 'overdue'                                                                 as overdue,
    outlook = 'cannot_tell'                                                             as cannot_tell
from county
left join (select * from county_verdict where year = $year) using (county_code)
left join target using (county_code)
left join outlook_now on true
where county_code = $county
