-- Schools against the indicators of resources, the worst first: a row for each school-stage, a cell for each indicator.
-- grain: mark, place, column_at
-- $county is the code of a county, or null: then the worst of all counties. $year is the year, or null for the latest; $lang is zh or en.
with

chosen_year as (select coalesce($year, max(year)) as year from school_indicator),

judged as (
    select
        year, county_code, school_code, stage, indicator, value, threshold, floor, band
    from school_indicator
    join chosen_year using (year)
    where part = '' and ($county is null or county_code = $county)
),

-- Sixty rows are what a page holds. The order is that of trouble: by what keeps a school from passing, then by what is not known.
school_place as (
    select
        county_code, school_code, stage, schools,
        row_number() over (order by case verdict when 'not_met' then 0 when 'unknown' then 1 else 2 end, below_count desc, near_count desc, unknown_count desc, stage desc, school_code) as place
    from (
        select school_verdict.*, count(*) over () as schools
        from school_verdict
        join chosen_year using (year)
        where $county is null or county_code = $county
    )
    qualify place <= 60
),

indicator_place as (
    select
        indicator,
        coalesce(case $lang when 'en' then short_en else short_zh end, indicator) as short,
        row_number() over (order by coalesce(sort_order, 0), indicator)            as column_at
    from (select distinct indicator from judged)
    left join rule_indicator using (indicator)
),

county_called as (
    select
        county_code, county_name,
        case $lang when 'en' then regexp_replace(coalesce(name_en, county_name), ' (District|County)$', '') else county_name end as name
    from county
    left join (select county_code, min(county_name_en) as name_en from plan_target group by county_code) using (county_code)
),

-- A school's name mostly begins with its county's, and the county is said elsewhere.
school_called as (
    select
        school_place.*,
        case when starts_with(school_name, county_name) and length(school_name) > length(county_name) then substr(school_name, length(county_name) + 1) else school_name end as short_name,
        name as county_short
    from school_place
    join school on school.year = (select year from chosen_year) and school.school_code = school_place.school_code
    left join county_called on county_called.county_code = school_place.county_code
),

row_label as (
    select
        *,
        case when $county is null then coalesce(if(length(county_short) > county_room, left(county_short, county_room - 1) || '…', county_short) || ' · ', '') else '' end || short_name as long_label,
        if(strlen(short_name) > length(short_name), 18, 30)                           as room
    from school_called
    cross join (select case $lang when 'en' then 14 else 7 end as county_room)
),

cell as (
    select
        'cell' as mark, place, column_at, county_code, judged.school_code, judged.stage, judged.indicator, value, threshold, floor,
        coalesce(band, 'unknown') as band,
        case
            when value is null then '?'
            when value >= 1000 then printf('%.0f', value)
            when value >= 100  then printf('%.1f', value)
            else printf('%.2f', value)
        end as label
    from judged
    join school_place using (county_code, school_code, stage)
    join indicator_place using (indicator)
),

-- A value just below a line must not read like the line.
cell_exact as (
    select
        * replace (
            case
                when band = 'near' and label::decimal(18, 2) = threshold then rtrim(printf('%.4f', value), '0')
                when band = 'below' and label::decimal(18, 2) in (threshold, round(floor, 2)) then rtrim(printf('%.4f', value), '0')
                else label
            end as label
        )
    from cell
),

-- A name of two words stands on two lines, and under it what is asked for: primary / junior.
head as (
    select mark, 0 as place, column_at, null as county_code, null as school_code, null as stage, indicator, null::double as value, null::decimal(18, 6) as threshold, null::decimal(18, 6) as floor, 'head' as band, label
    from (
        select column_at, indicator, 'head_upper' as mark, regexp_extract(short, '^(.*) [^ ]+$', 1) as label from indicator_place
        union all
        select column_at, indicator, 'head_lower' as mark, regexp_replace(short, '^.* ', '') as label from indicator_place
        union all
        select column_at, indicator, 'need' as mark, '≥ ' || string_agg(asked, ' / ' order by first_stage desc) as label
        from (
            select column_at, indicator, printf('%g', threshold::double) as asked, max(stage) as first_stage
            from judged join indicator_place using (indicator)
            where threshold is not null
            group by column_at, indicator, threshold
        )
        group by column_at, indicator
    )
    where label <> ''
),

name as (
    select
        'name' as mark, place, 0 as column_at, county_code, school_code, stage, null as indicator, null::double as value, null::decimal(18, 6) as threshold, null::decimal(18, 6) as floor, 'name' as band,
        case when length(long_label) > room then left(long_label, room - 1) || '…' else long_label end as label
    from row_label
),

stage_name as (
    select 'stage' as mark, place, 0 as column_at, county_code, school_code, stage, null as indicator, null::double as value, null::decimal(18, 6) as threshold, null::decimal(18, 6) as floor, 'name' as band,
        case when $lang = 'en' then case stage when 'primary' then 'primary' else 'junior' end when stage = 'primary' then '小学' else '初中' end as label
    from row_label
),

mark as (
    select * from cell_exact
    union all
    select * from head
    union all
    select * from name
    union all
    select * from stage_name
)

select
    mark.*,
    school_name,
    year,
    coalesce((select name from county_called where county_code = $county), case $lang when 'en' then 'all counties' else '全部县区' end) as place_name,
    (select round(100 * max(floor / threshold::double))::integer from judged) as floor_percent,
    (select max(schools) from school_place)                      as schools,
    (select count(*) from school_place)                          as shown
from mark
cross join chosen_year
left join school using (year, school_code)
where (select count(*) from school_place) > 0
order by mark, place, column_at
