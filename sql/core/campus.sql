-- grain: year, school_code
-- inputs: filed_school, parameter
-- clause: method.md §2.1, campuses that do not count as schools (不计校数)
-- Every line of the register and the school it is counted with: itself, or the school that a campus names, where that stands in the same county and counts as a school.

with choice as (
    select coalesce(bool_or(name = 'campuses' and value = 'merge'), false) as merges
    from parameter
),

belonging as (
    select part.year, part.school_code, parent.school_code as counted_with
    from filed_school as part
    join filed_school as parent
        on parent.year = part.year
        and parent.school_code = part.parent_code
        and parent.county_code = part.county_code
    where part.counted = 'no'
        and coalesce(parent.counted, 'yes') = 'yes'
        and (select merges from choice)
)

select
    filed_school.year,
    filed_school.school_code,
    coalesce(belonging.counted_with, filed_school.school_code) as counted_with
from filed_school
left join belonging on belonging.year = filed_school.year and belonging.school_code = filed_school.school_code
