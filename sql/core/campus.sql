-- grain: year, school_code
-- inputs: filed_school, parameter
-- clause: method.md §2.1, campuses that do not count as schools (不计校数)
-- Every line of the register and the school it is counted with: itself, or the school that a campus names, where that stands in the same county and counts as a school.

with choice as (
    select coalesce(bool_or(name = 'campuses' and value = 'merge'), false) as merges
    from parameter
)

select
    filed_school.year,
    filed_school.school_code,
    coalesce(parent.school_code, filed_school.school_code) as counted_with
from filed_school
cross join choice
left join filed_school as parent
    on choice.merges
    and filed_school.counted = 'no'
    and parent.year = filed_school.year
    and parent.school_code = filed_school.parent_code
    and parent.county_code = filed_school.county_code
    and coalesce(parent.counted, 'yes') = 'yes'
