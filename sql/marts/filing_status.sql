-- grain: year, county_code, dataset
-- inputs: filing_due
-- What each county was to file, what came, what of it has errors, and what could be judged.

select
    year,
    county_code,
    dataset,
    cast(count(*) as integer) as expected,
    cast(count(*) filter (where received) as integer) as received,
    cast(count(*) filter (where with_errors) as integer) as with_errors,
    cast(count(*) filter (where judged) as integer) as judged
from filing_due
group by year, county_code, dataset
