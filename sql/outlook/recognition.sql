-- grain: year, county_code
-- inputs: school
-- When a county was recognised, as known by the end of each year. Nothing is filed about it yet, so nobody is: what was not filed is not achieved.

select distinct
    year,
    county_code,
    cast(null as date) as nation_on,
    cast(null as date) as province_on
from school
