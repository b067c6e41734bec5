-- grain: year, school_code, stage, grade
-- inputs: filed_grade, faulty_cell
-- Pupils by grade, without the numbers an error touches.

select
    filed_grade.year,
    filed_grade.school_code,
    filed_grade.stage,
    filed_grade.grade,
    case when faulty_cell.code is null then filed_grade.grade_pupils end as grade_pupils,
    filed_grade.grade_pupils_cell,
    filed_grade.file,
    filed_grade.sheet,
    filed_grade.row
from filed_grade
left join faulty_cell
    on faulty_cell.year = filed_grade.year
    and faulty_cell.unit_code = filed_grade.school_code
    and faulty_cell.stage = filed_grade.stage
    and faulty_cell.field = 'grade_pupils'
