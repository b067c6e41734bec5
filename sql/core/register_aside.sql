-- grain: year, county_code
-- inputs: school, quarantine
-- A register row that was set aside may hide a school: of its county where that is known, else of any county that year.

select county.year, county.county_code, cast(count(*) as integer) as rows_aside
from (select distinct year, county_code from school) as county
join quarantine
    on quarantine.dataset = 'school'
    and quarantine.code <> 'ROW-DUPLICATE'
    and coalesce(quarantine.year, county.year) = county.year
    and coalesce(quarantine.county_code, county.county_code) = county.county_code
group by county.year, county.county_code
