-- grain: county_code_now, stage, indicator, measure, year
-- inputs: counted_school, school_link, school_change
-- clause: docs/method/time.md, change told apart
-- What changed in a county since last year, and of it what its schools did and what came of schools entering, leaving or being moved over by a boundary. Ten sets of schools, one after
-- the other: last year's (0), without those the boundary took (1), that left (2), that nothing explains (3), that are no longer counted (4: the same schools last year);
-- the same schools this year (5), with those newly counted (6), unexplained (7), entered (8), brought by the boundary (9: all of this year). Each part is the difference of
-- two sets that follow each other, so the parts add up exactly. A mean or coefficient of a set without schools is unknown, and so are the parts beside it.

-- Schools of this year and last that are the same and counted in both.
with counted_twice as (
    select school_link.year, after.county_code_now, after.stage, after.indicator, after.school_code, before.school_code as school_code_before
    from school_link
    join counted_school as after on after.year = school_link.year and after.school_code = school_link.school_code
    join counted_school as before
        on before.year = school_link.year - 1
        and before.school_code = school_link.school_code_before
        and before.county_code_now = after.county_code_now
        and before.stage = after.stage
        and before.indicator = after.indicator
),

twice as (
    select distinct year, county_code_now, stage, indicator, 'after' as side, school_code from counted_twice
    union all
    select distinct year, county_code_now, stage, indicator, 'before', school_code_before from counted_twice
),

side as (
    select *, 'after' as side, year as change_year from counted_school
    union all
    select *, 'before' as side, year + 1 as change_year from counted_school
),

grouped as (
    select
        side.change_year as year,
        side.county_code_now,
        side.stage,
        side.indicator,
        side.times,
        side.amount,
        side.pupils,
        case
            when side.side = 'before' then
                case school_change.cause when 'boundary' then 1 when 'left' then 2 when 'unexplained' then 3 else case when twice.school_code is null then 4 else 5 end end
            else
                case school_change.cause when 'boundary' then 10 when 'entered' then 9 when 'unexplained' then 8 else case when twice.school_code is null then 7 else 6 end end
        end as place
    from side
    join school_change
        on school_change.year = side.change_year
        and school_change.county_code_now = side.county_code_now
        and school_change.side = side.side
        and school_change.school_code = side.school_code
    left join twice
        on twice.year = side.change_year
        and twice.county_code_now = side.county_code_now
        and twice.stage = side.stage
        and twice.indicator = side.indicator
        and twice.side = side.side
        and twice.school_code = side.school_code
),

-- Compared only where both years have schools.
compared as (
    select year, county_code_now, stage, indicator, max(times) as times
    from grouped
    group by year, county_code_now, stage, indicator
    having min(place) <= 5 and max(place) >= 6
),

placed as (
    select
        *,
        cast(sum(pupils) over here as decimal(38, 6)) as place_pupils,
        cast(sum(amount) over here as decimal(38, 12)) as place_total
    from grouped
    window here as (partition by year, county_code_now, stage, indicator, place)
),

place as (
    select
        year,
        county_code_now,
        stage,
        indicator,
        place,
        count(*) as schools,
        max(place_pupils) as pupils,
        max(place_total) as total,
        -- CV² within the place; where it has nothing at all, there is no spread.
        cast(sum(cast(case when place_total = 0 then 0 else
            cast(pupils as double) / cast(place_pupils as double)
            * pow((cast(amount as double) / cast(pupils as double)) / (cast(place_total as double) / cast(place_pupils as double)) - 1, 2)
        end as decimal(38, 18))) as decimal(38, 18)) as cv_squared
    from placed
    group by year, county_code_now, stage, indicator, place
),

in_set as (
    select compared.*, sets.set_number, place.place, place.schools, place.pupils, place.total, place.cv_squared
    from compared
    cross join (select unnest(range(0, 10)) as set_number) as sets
    left join place
        on place.year = compared.year
        and place.county_code_now = compared.county_code_now
        and place.stage = compared.stage
        and place.indicator = compared.indicator
        and (place.place > sets.set_number and place.place <= 5 or place.place >= 6 and place.place <= sets.set_number + 1)
),

summed as (
    select
        *,
        cast(sum(pupils) over one as decimal(38, 6)) as set_pupils,
        cast(sum(total) over one as decimal(38, 12)) as set_total
    from in_set
    window one as (partition by year, county_code_now, stage, indicator, set_number)
),

related as (
    select
        *,
        -- The mean of a place as a part of the set's.
        case when set_total > 0 then (cast(total as double) / cast(pupils as double)) / (cast(set_total as double) / cast(set_pupils as double)) end as ratio
    from summed
),

-- The spread of a set is that within its places and that between them; a set without schools has none of anything.
set_value as (
    select
        year,
        county_code_now,
        stage,
        indicator,
        set_number,
        cast(coalesce(sum(schools), 0) as decimal(38, 12)) as schools,
        cast(coalesce(max(set_pupils), 0) as decimal(38, 12)) as pupils,
        coalesce(max(set_total), 0) as total,
        cast(max(times) as double) * cast(max(set_total) as double) / cast(max(set_pupils) as double) as mean,
        sqrt(cast(sum(cast(case when set_total > 0 then
            cast(pupils as double) / cast(set_pupils as double) * (ratio * ratio * cast(cv_squared as double) + (ratio - 1) * (ratio - 1))
        end as decimal(38, 18))) as double)) as cv
    from related
    group by year, county_code_now, stage, indicator, set_number
),

measured as (
    select year, county_code_now, stage, indicator, set_number, 'schools' as measure, schools as value from set_value
    union all
    select year, county_code_now, stage, indicator, set_number, 'pupils', pupils from set_value
    union all
    select year, county_code_now, stage, indicator, set_number, 'total', total from set_value
    union all
    select year, county_code_now, stage, indicator, set_number, 'mean', cast(mean as decimal(38, 12)) from set_value
    union all
    select year, county_code_now, stage, indicator, set_number, 'cv', cast(cv as decimal(38, 12)) from set_value
),

wide as (
    select
        county_code_now,
        stage,
        indicator,
        measure,
        year,
        max(value) filter (where set_number = 0) as v0,
        max(value) filter (where set_number = 1) as v1,
        max(value) filter (where set_number = 2) as v2,
        max(value) filter (where set_number = 3) as v3,
        max(value) filter (where set_number = 4) as v4,
        max(value) filter (where set_number = 5) as v5,
        max(value) filter (where set_number = 6) as v6,
        max(value) filter (where set_number = 7) as v7,
        max(value) filter (where set_number = 8) as v8,
        max(value) filter (where set_number = 9) as v9
    from measured
    group by county_code_now, stage, indicator, measure, year
)

select
    county_code_now,
    stage,
    indicator,
    measure,
    year,
    v0 as before,
    v9 as after,
    v9 - v0 as change,
    v5 - v4 as same_schools,
    v8 - v7 as entered,
    v2 - v1 as "left",
    (v1 - v0) + (v9 - v8) as boundary,
    v7 - v6 as unexplained_entered,
    v3 - v2 as unexplained_left,
    (v4 - v3) + (v6 - v5) as counting
from wide
