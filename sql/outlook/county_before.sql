-- grain: year, county_code
-- inputs: county_as_now
-- clause: method.md §9a, code changes
-- Under which code a county filed the year before: the same, else the one that goes by the same code now. Of several that became one, none is it.

with linked as (
    select
        later.year,
        later.county_code,
        earlier.county_code as county_code_before,
        count(*) over (partition by later.year, later.county_code) as many
    from county_as_now as later
    join county_as_now as earlier on earlier.year = later.year - 1 and earlier.county_code_now = later.county_code_now
)

select year, county_code, county_code_before
from linked
where county_code_before = county_code or many = 1
qualify row_number() over (partition by year, county_code order by county_code_before = county_code desc, county_code_before) = 1
