-- grain: county_code
-- inputs: filed_school
-- A county goes by the name it filed last; the code is what names it.

with named as (
    select
        county_code,
        county_name,
        row_number() over (partition by county_code order by year desc, county_name nulls last, school_code) as recency
    from filed_school
)

select
    county_code,
    coalesce(county_name, county_code) as county_name
from named
where recency = 1
