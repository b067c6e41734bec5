-- grain: measure, stage, indicator, ahead, method
-- inputs: projection_error, projection_method, projected_county
-- clause: method.md §9.1
-- What the projection was worth in the last two years, which it had not seen: mean errors of each method and of the one chosen beforehand, and how often the interval held.

with error as (
    select origin, stage, indicator, year, method, 'value' as measure, value_off as off
    from projection_error
    union all
    select origin, stage, indicator, year, method, 'cv', cv_off
    from projection_error
    where cv_off is not null
),

held_back as (
    select error.*, projection_method.ahead, projection_method.method = error.method as chosen, projection_method.off as reach
    from error
    join projection_method
        on projection_method.origin = error.origin
        and projection_method.stage = error.stage
        and projection_method.indicator = error.indicator
        and projection_method.measure = error.measure
        and projection_method.ahead = error.year - error.origin
    where error.origin >= (select max(projected_county.origin) from projected_county) - 2
),

listed as (
    select measure, stage, indicator, ahead, method, off, reach from held_back
    union all
    select measure, stage, indicator, ahead, 'chosen', off, reach from held_back where chosen
)

select
    measure,
    stage,
    indicator,
    ahead,
    method,
    cast(count(*) as integer) as tested,
    cast(cast(sum(off) as double) / count(*) as decimal(18, 6)) as off,
    case when method = 'chosen' and count(reach) > 0 then cast(cast(count(*) filter (where off <= reach) as double) / count(reach) as decimal(9, 6)) end as held
from listed
group by measure, stage, indicator, ahead, method
