-- grain: year, school_code
-- inputs: filed_school, campus
-- The register: who there is to be judged, campuses that count with another school left out. Schools belong to the county where they stand, whoever runs them.

select
    filed_school.year,
    filed_school.school_code,
    filed_school.county_code,
    filed_school.school_name,
    filed_school.school_type,
    filed_school.area,
    filed_school.founder,
    -- A school that names no other keeps its own accounts.
    coalesce(filed_school.budget_unit_code, filed_school.school_code) as budget_unit_code,
    filed_school.boarding,
    filed_school.village,
    filed_school.file,
    filed_school.sheet,
    filed_school.row,
    filed_school.inner_city,
    filed_school.grades_complete
from filed_school
join campus
    on campus.year = filed_school.year and campus.school_code = filed_school.school_code and campus.counted_with = filed_school.school_code
