-- grain: year, school_code, stage, indicator
-- inputs: school_indicator, rule, unit_price
-- clause: 抚顺县 2020 附件3, items 1–7; method.md §8 (gap arithmetic), §2.2
-- What each school-stage lacks, in things one can add: to its threshold, and to the floor below which no indicator may stay. Where stages share premises the amounts are
-- the whole school's: want · W / (times · w) less what it has. People and rooms are whole; a gap that cannot be computed is missing, never zero.

with wanted as (
    select
        school_indicator.year,
        school_indicator.school_code,
        school_indicator.stage,
        school_indicator.indicator,
        school_indicator.county_code,
        school_indicator.band,
        school_indicator.reason,
        school_indicator.value,
        school_indicator.threshold,
        school_indicator.floor,
        school_indicator.whole_quantity as quantity,
        rule.sort_order,
        rule.split,
        rule.shortfall_whole as whole,
        rule.shortfall_unit_zh as unit,
        rule.shortfall_unit_en as unit_en,
        unit_price.price,
        cast(school_indicator.weighted_pupils as double) / (cast(rule.times as double) * cast(school_indicator.weight as double)) as per_unit,
        school_indicator.verdict <> 'unknown' as computable
    from school_indicator
    join rule
        on rule.indicator = school_indicator.indicator
        and rule.part = school_indicator.part
        and rule.stage = school_indicator.stage
    left join unit_price
        on unit_price.indicator = school_indicator.indicator
        and unit_price.stage = school_indicator.stage
    where school_indicator.part = '' and rule.dimension = 'resource' and school_indicator.threshold is not null
),

short as (
    select
        *,
        case when computable then greatest(cast(threshold as double) * per_unit - cast(quantity as double), 0) end as to_threshold,
        case when computable then greatest(cast(floor as double) * per_unit - cast(quantity as double), 0) end as to_floor
    from wanted
),

-- Rounding to nine places first: 0.30000000000000004 teachers too few are none.
whole as (
    select
        * exclude (to_threshold, to_floor),
        cast(case when whole then ceil(round(to_threshold, 9)) else round(to_threshold, 6) end as decimal(18, 6)) as to_threshold,
        cast(case when whole then ceil(round(to_floor, 9)) else round(to_floor, 6) end as decimal(18, 6)) as to_floor
    from short
)

select
    year,
    school_code,
    stage,
    indicator,
    county_code,
    sort_order,
    band,
    reason,
    value,
    threshold,
    floor,
    quantity,
    split,
    to_threshold,
    to_floor,
    unit,
    unit_en,
    price,
    cast(cast(to_threshold as decimal(38, 6)) * cast(price as decimal(38, 6)) as decimal(38, 2)) as cost_to_threshold,
    cast(cast(to_floor as decimal(38, 6)) * cast(price as decimal(38, 6)) as decimal(38, 2)) as cost_to_floor,
    -- Where prices are missing, shares of the quantity wanted stand for effort.
    case when computable then cast(round(cast(to_threshold as double) / (cast(threshold as double) * per_unit), 9) as decimal(18, 9)) end as share_to_threshold,
    case when computable then cast(round(cast(to_floor as double) / (cast(threshold as double) * per_unit), 9) as decimal(18, 9)) end as share_to_floor
from whole
