-- What the schools of each county lack of each resource, in things one can add: a row for each county in the order of its planned year, a bar with its number for each indicator.
-- grain: mark, place, column_at
-- $county is the code of a county to bring out, or null; $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from county_gap),

-- Both stages together: shared premises are counted in one of them.
gap as (
    select
        county_code, indicator,
        any_value(case $lang when 'en' then unit_en else unit end order by unit) as unit,
        bool_or(unit = '元')                                                     as money,
        sum(amount)                                                             as amount,
        sum(schools_unknown)                                                    as schools_unknown
    from county_gap
    join chosen_year using (year)
    group by county_code, indicator
),

-- Money is read in ten thousands in Chinese and in thousands in English.
gap_shown as (
    select
        *,
        amount::double / case when money then case $lang when 'en' then 1000 else 10000 end else 1 end as shown
    from gap
),

indicator_place as (
    select
        indicator,
        coalesce(case $lang when 'en' then short_en else short_zh end, indicator)        as short,
        case when money then case $lang when 'en' then '1000 yuan' else '万元' end else unit end as unit,
        most,
        row_number() over (order by coalesce(sort_order, 0), indicator)                   as column_at
    from (select indicator, bool_or(money) as money, any_value(unit order by unit) as unit, max(shown) as most from gap_shown group by indicator)
    left join rule_indicator using (indicator)
),

-- Of several plans the one issued last says the year.
target as (
    select county_code, coalesce(recognition_year, standard_year) as target_year, sort_order, county_name_en
    from plan_target
    join plan using (plan_id)
    qualify row_number() over (partition by county_code order by issued_on desc nulls last, plan_id) = 1
),

county_place as (
    select
        county_code, target_year,
        case $lang when 'en' then regexp_replace(coalesce(county_name_en, county_name), ' (District|County)$', '') else coalesce(county_name, county_code) end as name,
        count(*) over ()                                                                as counties,
        row_number() over (order by target_year nulls last, coalesce(sort_order, 0), county_code) as place
    from (select distinct county_code from gap)
    left join county using (county_code)
    left join target using (county_code)
    qualify place <= 60
),

cell as (
    select
        'cell' as mark, place, column_at, county_code, indicator, indicator_place.unit, amount, schools_unknown, shown,
        case when most > 0 then shown / most else 0 end as length,
        case
            when shown = 0 then if(schools_unknown > 0, '?', '0')
            when shown < 10 and shown <> floor(shown) then format('{:.1f}', greatest(shown, 0.1))
            else format('{:,.0f}', shown)
        end || if(schools_unknown > 0 and shown > 0, ' + ?', '') as label
    from gap_shown
    join county_place using (county_code)
    join indicator_place using (indicator)
),

head as (
    select mark, 0 as place, column_at, null as county_code, indicator, unit, null::decimal(38, 6) as amount, null::bigint as schools_unknown, null::double as shown, null::double as length, label
    from (
        select 'head_upper' as mark, column_at, indicator, unit, regexp_extract(short, '^(.*) [^ ]+$', 1) as label from indicator_place
        union all
        select 'head_lower' as mark, column_at, indicator, unit, regexp_replace(short, '^.* ', '') as label from indicator_place
        union all
        select 'unit' as mark, column_at, indicator, unit, unit as label from indicator_place
    )
    where label <> ''
),

row_text as (
    select mark, place, 0 as column_at, county_code, null as indicator, null as unit, null::decimal(38, 6) as amount, null::bigint as schools_unknown, null::double as shown, null::double as length, label
    from (
        select 'name' as mark, place, county_code, if(length(name) > if(strlen(name) > length(name), 12, 22), left(name, if(strlen(name) > length(name), 11, 21)) || '…', name) as label from county_place
        union all
        select 'year' as mark, place, county_code, coalesce(target_year::varchar, '—') as label from county_place
    )
),

mark as (
    select * from cell
    union all
    select * from head
    union all
    select * from row_text
)

select
    mark.* replace (round(shown, 4) as shown, round(length, 5) as length),
    coalesce(mark.county_code = $county, false)           as chosen,
    target_year, year,
    (select max(counties) from county_place)               as counties,
    (select count(*) from county_place)                    as listed
from mark
cross join chosen_year
left join (select place, target_year from county_place) using (place)
where (select count(*) from county_place) > 0
order by mark, place, column_at
