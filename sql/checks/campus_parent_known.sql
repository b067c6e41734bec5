-- inputs: filed_school, campus, parameter
-- severity: warning
-- A campus that does not count as a school and names none that does, in its county, stands alone.

select
    filed_school.file,
    filed_school.sheet,
    filed_school.row,
    'parent_code' as "column",
    coalesce(filed_school.parent_code, '') as value,
    concat(filed_school.school_name, '不计校数，但所属学校不在同年同县的登记中；单独计算') as what,
    concat(filed_school.school_name, ' does not count as a school, and the register of its year and county has no school it belongs to: it stands alone') as what_en,
    '填写所属学校的标识码' as fix,
    'File the code of the school it belongs to' as fix_en
from filed_school
join campus on campus.year = filed_school.year and campus.school_code = filed_school.school_code
where filed_school.counted = 'no'
    and campus.counted_with = filed_school.school_code
    and exists (select 1 from parameter where name = 'campuses' and value = 'merge')
order by filed_school.year, filed_school.school_code
