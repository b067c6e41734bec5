-- grain: origin, stage, indicator, ahead, measure
-- inputs: projected_county, projection_error
-- clause: docs/method/projection.md
-- Which method is used from an origin on, told by nothing but what was counted up to it: the one that was nearest over all counties, for means (`value`) and coefficients (`cv`)
-- each; the simpler one where it was not beaten. With it the error that four in five projections stayed within, by years ahead; from too few to say follows no interval.

with origin as (
    select distinct origin, stage, indicator
    from projected_county
),

error as (
    select origin, stage, indicator, year, method, 'value' as measure, value_off as off
    from projection_error
    union all
    select origin, stage, indicator, year, method, 'cv', cv_off
    from projection_error
    where cv_off is not null
),

known as (
    select origin.origin as known_at, error.*
    from origin
    join error on error.stage = origin.stage and error.indicator = origin.indicator and error.year <= origin.origin
),

tried as (
    select known_at, stage, indicator, measure, method, cast(sum(off) as decimal(38, 12)) as off
    from known
    group by known_at, stage, indicator, measure, method
),

chosen as (
    select known_at, stage, indicator, measure, method
    from tried
    qualify row_number() over (partition by known_at, stage, indicator, measure order by off, case method when 'last_value' then 0 when 'drift' then 1 when 'theil_sen' then 2 else 3 end) = 1
),

reach as (
    select
        known.known_at,
        known.stage,
        known.indicator,
        known.measure,
        known.year - known.origin as ahead,
        count(*) as tested,
        quantile_cont(cast(known.off as double), 0.8) as off
    from known
    join chosen
        on chosen.known_at = known.known_at
        and chosen.stage = known.stage
        and chosen.indicator = known.indicator
        and chosen.measure = known.measure
        and chosen.method = known.method
    group by known.known_at, known.stage, known.indicator, known.measure, known.year - known.origin
)

select
    origin.origin,
    origin.stage,
    origin.indicator,
    cast(ahead.years as integer) as ahead,
    named.measure,
    coalesce(chosen.method, 'last_value') as method,
    cast(coalesce(reach.tested, 0) as integer) as tested,
    case when reach.tested >= 10 then reach.off end as off
from origin
cross join (values (1), (2)) as ahead (years)
cross join (values ('value'), ('cv')) as named (measure)
left join chosen
    on chosen.known_at = origin.origin and chosen.stage = origin.stage and chosen.indicator = origin.indicator and chosen.measure = named.measure
left join reach
    on reach.known_at = origin.origin
    and reach.stage = origin.stage
    and reach.indicator = origin.indicator
    and reach.measure = named.measure
    and reach.ahead = ahead.years
