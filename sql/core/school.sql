-- grain: year, school_code
-- inputs: filed_school
-- The register: who there is to be judged. Schools belong to the county where they stand, whoever runs them.

select
    year,
    school_code,
    county_code,
    school_name,
    school_type,
    area,
    founder,
    -- A school that names no other keeps its own accounts.
    coalesce(budget_unit_code, school_code) as budget_unit_code,
    boarding,
    village,
    file,
    sheet,
    row
from filed_school
