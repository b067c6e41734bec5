-- grain: year, county_code, stage, indicator
-- inputs: coefficient_base, coefficient_ties, rule
-- clause: 所有指标校际差异系数,小学均小于或等于0.50,初中均小于或等于0.45 (抚顺县 2020)
-- The differences between schools, judged. A school that has not filed makes the coefficient unknown where the pack says so: leaving one out can flatter the county.

with base as (
    select
        *,
        cast(times as double) * cast(total as double) / nullif(cast(pupils as double), 0) as mean,
        sqrt(cast(cv_squared as double)) as cv,
        registered > schools as school_missing,
        register_rows_aside > 0 as register_incomplete
    from coefficient_base
),

-- For which value of the schools that did not file (taken as one school of their pupils) would the coefficient still pass?
-- N(Q + X²/P₀) <= (1+L²)(S+X)² is a quadratic in X: a X² + b X + c <= 0, where b < 0. With a <= 0 (P₀ is most of the county) there is no upper end.
-- The lower root is written 2c/(−b + √…): for a near 0 the usual form loses its digits.
quadratic as (
    select
        year,
        county_code,
        stage,
        indicator,
        cast(times as double) / cast(missing_pupils as double) as per_pupil,
        (cast(pupils as double) + cast(missing_pupils as double)) / cast(missing_pupils as double)
            - (1 + cast(cv_limit_tested as double) * cast(cv_limit_tested as double)) as a,
        -2 * (1 + cast(cv_limit_tested as double) * cast(cv_limit_tested as double)) * cast(total as double) as b,
        (cast(pupils as double) + cast(missing_pupils as double)) / cast(pupils as double)
            * (1 + cast(cv_squared as double)) * cast(total as double) * cast(total as double)
            - (1 + cast(cv_limit_tested as double) * cast(cv_limit_tested as double)) * cast(total as double) * cast(total as double) as c
    from base
    where school_missing and missing_pupils > 0 and total > 0
),

passing as (
    select
        year,
        county_code,
        stage,
        indicator,
        case when a <= 0 and c <= 0 then 0 else greatest(0, 2 * c / (-b + sqrt(b * b - 4 * a * c))) * per_pupil end as missing_low,
        case when a > 0 then (-b + sqrt(b * b - 4 * a * c)) / (2 * a) * per_pupil end as missing_high
    from quadratic
    where b * b - 4 * a * c >= 0 or (a <= 0 and c <= 0)
),

judged as (
    select
        base.*,
        coefficient_ties.side,
        passing.missing_low,
        passing.missing_high,
        case
            when base.registered = 0 and not base.register_incomplete then 'not_applicable'
            when (base.school_missing or base.register_incomplete) and base.missing_school = 'unknown' then 'unknown'
            when base.schools = 0 or base.total = 0 then 'unknown'
            when base.cv_limit is null then null
            -- Half a last place above the limit is rounded up, and over it.
            when base.at_limit and coefficient_ties.side = 'equal' then case when base.cv_limit_tested = base.cv_limit then 'met' else 'not_met' end
            when base.at_limit then case when coefficient_ties.side = 'above' then 'not_met' else 'met' end
            when base.cv_squared <= cast(base.cv_limit_tested * base.cv_limit_tested as decimal(38, 18)) then 'met'
            else 'not_met'
        end as verdict
    from base
    left join coefficient_ties
        on coefficient_ties.year = base.year
        and coefficient_ties.county_code = base.county_code
        and coefficient_ties.stage = base.stage
        and coefficient_ties.indicator = base.indicator
    left join passing
        on passing.year = base.year
        and passing.county_code = base.county_code
        and passing.stage = base.stage
        and passing.indicator = base.indicator
)

select
    judged.year,
    judged.county_code,
    judged.stage,
    judged.indicator,
    schools,
    registered,
    pupils,
    total,
    mean,
    cv * mean as sd,
    cv,
    judged.cv_limit,
    verdict,
    concat_ws(
        ',',
        case when schools = 1 then 'single_school' end,
        case when school_missing then 'missing_school' end,
        case when register_incomplete then 'register_incomplete' end,
        case when total = 0 then 'zero_total' end,
        case when at_limit then 'decided_in_rationals' end,
        case when verdict in ('met', 'not_met') and (round(cv, 3) <= cast(judged.cv_limit as double)) <> case when judged.cv_limit_tested = judged.cv_limit then verdict = 'met' else cv <= cast(judged.cv_limit as double) end
            then 'rounding_sensitive'
        end
    ) as flags,
    sqrt(cast(cv_squared_unweighted as double)) as cv_unweighted,
    cast(gini as double) as gini,
    cast(theil as double) as theil,
    missing_low,
    missing_high,
    case when rule.cv_decimals is null then cv else round(cv, rule.cv_decimals) end as cv_shown
from judged
join rule on rule.indicator = judged.indicator and rule.stage = judged.stage and rule.part = ''
