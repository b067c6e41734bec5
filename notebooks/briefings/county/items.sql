-- How the county indicators of the two dimensions stand, in one row; one that fails in any stage fails.
with judged as (
    select
        dimension, indicator,
        case
            when bool_or(verdict = 'not_met') then 'not_met'
            when bool_or(verdict = 'unknown') then 'unknown'
            when bool_or(verdict = 'met')     then 'met'
            else 'not_applicable'
        end as verdict
    from county_indicator
    where year = $year and county_code = $county and part = ''
    group by dimension, indicator
)

select
    count(*) filter (where dimension = 'government')                                     as government,
    count(*) filter (where dimension = 'government' and verdict = 'met')                 as government_met,
    count(*) filter (where dimension = 'government' and verdict = 'not_met')             as government_not_met,
    count(*) filter (where dimension = 'government' and verdict = 'unknown')             as government_unknown,
    count(*) filter (where dimension = 'government' and verdict = 'not_applicable')      as government_not_applicable,
    count(*) filter (where dimension = 'quality')                                        as quality,
    count(*) filter (where dimension = 'quality' and verdict = 'met')                    as quality_met,
    count(*) filter (where dimension = 'quality' and verdict = 'not_met')                as quality_not_met,
    count(*) filter (where dimension = 'quality' and verdict = 'unknown')                as quality_unknown,
    count(*) filter (where dimension = 'quality' and verdict = 'not_applicable')         as quality_not_applicable
from judged
having count(*) > 0
