-- What is missing of this county, in one row; none where all was filed and all can be judged.
with due as (
    select coalesce(sum(expected), 0) as expected, coalesce(sum(received), 0) as received, coalesce(sum(with_errors), 0) as with_errors
    from filing_status
    where year = $year and county_code = $county
),

open as (
    select
        (select count(*) from school_verdict where year = $year and county_code = $county and verdict = 'unknown')                 as stages_unknown,
        (select count(*) from county_coefficient where year = $year and county_code = $county and verdict = 'unknown')             as coefficients_unknown,
        (select count(*) from (select indicator from county_indicator where year = $year and county_code = $county and part = '' and verdict = 'unknown' group by indicator)) as indicators_unknown
)

select
    expected::bigint as expected, received::bigint as received, (expected - received)::bigint as missing, with_errors::bigint as with_errors, open.*,
    stages_unknown + coefficients_unknown + indicators_unknown as unknown
from due
cross join open
where expected > received or with_errors > 0 or stages_unknown + coefficients_unknown + indicators_unknown > 0
