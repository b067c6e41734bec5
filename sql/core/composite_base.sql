-- grain: year, county_code, stage
-- inputs: coefficient_base, rule_composite
-- clause: 全县综合差异系数计算方法: 八项单项综合差异系数的平均值 (circulated method sheet); method.md §1.2
-- The mean of all coefficients of a county and stage. One that is not known leaves the mean unknown: over fewer indicators it would be another number.

with single as (
    select
        coefficient_base.year,
        coefficient_base.county_code,
        coefficient_base.stage,
        rule_composite.composite_limit,
        case
            when coefficient_base.registered = 0 and coefficient_base.register_rows_aside = 0 then 'not_applicable'
            when (coefficient_base.registered > coefficient_base.schools or coefficient_base.register_rows_aside > 0)
                and coefficient_base.missing_school = 'unknown' then 'unknown'
            when coefficient_base.cv_squared is null then 'unknown'
            else 'known'
        end as standing,
        cast(sqrt(cast(coefficient_base.cv_squared as double)) as decimal(38, 18)) as cv
    from coefficient_base
    join rule_composite on rule_composite.stage = coefficient_base.stage
),

mean as (
    select
        year,
        county_code,
        stage,
        composite_limit,
        cast(count(*) as integer) as coefficients,
        cast(count(*) filter (where standing = 'known') as integer) as known,
        cast(count(*) filter (where standing = 'not_applicable') as integer) as not_applicable,
        case when count(*) filter (where standing = 'known') = count(*) then cast(cast(sum(cv) as double) / count(*) as decimal(38, 18)) end as composite
    from single
    group by year, county_code, stage, composite_limit
)

select
    year,
    county_code,
    stage,
    coefficients,
    known,
    not_applicable,
    composite,
    composite_limit,
    -- What lies within a millionth of the limit is decided exactly by the step composite_ties.
    coalesce(abs(composite - cast(composite_limit as decimal(38, 18))) <= cast(0.000001 as decimal(38, 18)), false) as at_limit
from mean
