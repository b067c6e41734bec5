-- grain: origin, county_code, stage, indicator, year, method
-- inputs: projected_county, filed_measure
-- clause: method.md §9.1: back-test, hold out the last 2 years
-- How far off each method was in years that have been counted since: of the mean as a part of what was projected, of the coefficient in its own terms.

select
    projected_county.origin,
    projected_county.county_code,
    projected_county.stage,
    projected_county.indicator,
    projected_county.year,
    projected_county.method,
    projected_county.value as projected,
    filed_measure.value as counted,
    projected_county.cv as projected_cv,
    filed_measure.cv as counted_cv,
    cast(abs(filed_measure.value - projected_county.value) / projected_county.value as decimal(38, 12)) as value_off,
    cast(abs(filed_measure.cv - projected_county.cv) as decimal(38, 12)) as cv_off
from projected_county
join filed_measure
    on filed_measure.year = projected_county.year
    and filed_measure.county_code = projected_county.county_code
    and filed_measure.stage = projected_county.stage
    and filed_measure.indicator = projected_county.indicator
where filed_measure.value is not null and projected_county.value > 0
