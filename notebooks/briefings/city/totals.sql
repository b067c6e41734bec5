-- The year in one row: counties, school-stages, coefficients.
with county_count as (
    select
        count(*)                                      as counties,
        count(*) filter (where overall = 'met')       as met,
        count(*) filter (where overall = 'not_met')   as not_met,
        count(*) filter (where overall = 'unknown')   as unknown
    from county_verdict
    where year = $year
),

stage_count as (
    select
        count(*)                                                          as stages,
        count(*) filter (where verdict = 'met')                           as stages_met,
        count(*) filter (where verdict = 'not_met')                       as stages_not_met,
        count(*) filter (where verdict = 'unknown')                       as stages_unknown,
        count(*) filter (where stage = 'primary')                         as primary_stages,
        count(*) filter (where stage = 'primary' and verdict = 'met')     as primary_met,
        count(*) filter (where stage = 'junior')                          as junior_stages,
        count(*) filter (where stage = 'junior' and verdict = 'met')      as junior_met
    from school_verdict
    where year = $year
),

coefficient_count as (
    select
        count(*) filter (where verdict in ('met', 'not_met'))             as coefficients_known,
        count(*) filter (where verdict = 'not_met')                       as coefficients_over,
        count(*) filter (where verdict = 'unknown')                       as coefficients_unknown,
        count(distinct county_code) filter (where verdict = 'not_met')    as counties_over
    from county_coefficient
    where year = $year
)

select
    *,
    -- Of all, the unknown among them: a share of what happens to be known would flatter.
    case when stages > 0 then printf('%.1f%%', round(cast(100 * stages_met as decimal(18, 6)) / stages, 1)::double) end as stages_share,
    case when counties = 1 then 'county' else 'counties' end                                                    as counties_noun
from county_count
cross join stage_count
cross join coefficient_count
