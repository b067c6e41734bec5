-- grain: year, school_code, stage, indicator
-- inputs: school_indicator, coefficient_base
-- clause: CV² = ΣP·Σ(X²/P)/(ΣX)² − 1; method.md §1.1, §1.4
-- What each school does to its county's coefficient. One more unit lowers it iff x < x̄(1 + CV²): helping a school above that line drives the coefficient up, and
-- past a certain amount makes the county fail.

with member as (
    select
        school_indicator.year,
        school_indicator.school_code,
        school_indicator.stage,
        school_indicator.indicator,
        school_indicator.county_code,
        cast(school_indicator.numerator as double) as amount,
        cast(school_indicator.denominator as double) as pupils,
        cast(school_indicator.whole_quantity as double) as whole_quantity,
        -- What one unit of the whole school's quantity adds to this stage: w·P/W.
        cast(school_indicator.weight as double) * cast(school_indicator.denominator as double)
            / cast(school_indicator.weighted_pupils as double) as stage_share,
        cast(coefficient_base.pupils as double) as all_pupils,
        cast(coefficient_base.total as double) as total,
        cast(coefficient_base.cv_squared as double) as cv_squared,
        cast(coefficient_base.cv_limit as double) * cast(coefficient_base.cv_limit as double) as limit_squared
    from school_indicator
    join coefficient_base
        on coefficient_base.year = school_indicator.year
        and coefficient_base.county_code = school_indicator.county_code
        and coefficient_base.stage = school_indicator.stage
        and coefficient_base.indicator = school_indicator.indicator
    where school_indicator.part = ''
        and school_indicator.numerator is not null
        and school_indicator.denominator > 0
        and coefficient_base.total > 0
        and coefficient_base.schools > 1
),

compared as (
    select
        *,
        amount / pupils as ratio,
        total / all_pupils as mean,
        total / all_pupils * (1 + cv_squared) as turning_ratio,
        -- Σ(X²/P) of all schools, and what is left of it and of ΣX without this one.
        (1 + cv_squared) * total * total / all_pupils - amount * amount / pupils as other_squares,
        total - amount as other_total
    from member
),

-- With this school's amount X free, CV² = L² is a quadratic in X: (N/P − k)X² − 2kSX + (NQ − kS²) = 0 with k = 1 + L².
quadratic as (
    select
        *,
        all_pupils / pupils - (1 + limit_squared) as a,
        -2 * (1 + limit_squared) * other_total as b,
        all_pupils * other_squares - (1 + limit_squared) * other_total * other_total as c
    from compared
),

solved as (
    select
        *,
        case
            when ratio >= turning_ratio and cv_squared <= limit_squared and a > 0 and b * b - 4 * a * c >= 0
            then ((-b + sqrt(b * b - 4 * a * c)) / (2 * a) - amount) / stage_share
        end as breaks_after
    from quadratic
)

select
    year,
    school_code,
    stage,
    indicator,
    county_code,
    case when cv_squared > 0 then pupils / all_pupils * (ratio / mean - 1) * (ratio / mean - 1) / cv_squared end as variance_share,
    ratio < turning_ratio as more_helps,
    case when cv_squared > 0 then
        all_pupils / (total * total * sqrt(cv_squared)) * (ratio - turning_ratio) * stage_share
    end as cv_change_per_unit,
    breaks_after,
    -- Within a tenth of what the school has already.
    coalesce(breaks_after <= 0.1 * whole_quantity, false) as warning
from solved
