-- grain: year, school_code, stage, indicator
-- inputs: lacking, left_at_floor
-- clause: method.md §8 (一校一案); 抚顺县 2020 (6项达到,余项不低于85%)
-- What a school-stage must add so that it passes: every indicator it lacks to the threshold, the one left behind to the floor. What several stages share is counted on
-- the row of the stage that needs most; the other rows say which stage covers them. A gap that is not known is a row without an amount.

with aimed as (
    select
        lacking.*,
        coalesce(left_at_floor.indicator = lacking.indicator, false) as left_at_floor,
        coalesce(left_at_floor.basis, '') as basis,
        case when left_at_floor.indicator = lacking.indicator then lacking.to_floor else lacking.to_threshold end as needed
    from lacking
    left join left_at_floor
        on left_at_floor.year = lacking.year
        and left_at_floor.school_code = lacking.school_code
        and left_at_floor.stage = lacking.stage
),

counted as (
    select
        *,
        case when split then first_value(stage) over (
            partition by year, school_code, indicator, split
            order by coalesce(needed, 0) desc, case stage when 'primary' then 0 else 1 end
        ) else stage end as counted_at
    from aimed
)

select
    year,
    school_code,
    stage,
    indicator,
    county_code,
    case when needed is null then null when counted_at = stage then needed else 0 end as amount,
    unit,
    unit_en,
    price,
    case when needed is null then null when counted_at = stage then cast(cast(needed as decimal(38, 6)) * cast(price as decimal(38, 6)) as decimal(38, 2)) when price is not null then 0 end as cost,
    needed,
    case when needed > 0 and counted_at <> stage then counted_at else '' end as covered_by,
    left_at_floor,
    basis,
    band,
    reason,
    value,
    threshold,
    floor,
    to_threshold,
    to_floor
from counted
where to_threshold > 0 or to_threshold is null
