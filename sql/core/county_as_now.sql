-- grain: year, county_code
-- inputs: school, filed_county_fact, county, county_code_change
-- clause: method.md §9a, code changes
-- Under which code a county of any year goes now. Everything else stays as filed: join this to follow a county through a change of its code.

with filed as (
    select year, county_code from school
    union
    select year, county_code from filed_county_fact
)

select
    filed.year,
    filed.county_code,
    coalesce(county_code_change.county_code_now, filed.county_code) as county_code_now,
    coalesce(county_code_change.county_name_now, county.county_name, filed.county_code) as county_name_now,
    county_code_change.county_code is not null as recoded,
    county_code_change.certainty
from filed
left join county_code_change on county_code_change.county_code = filed.county_code
left join county on county.county_code = filed.county_code
