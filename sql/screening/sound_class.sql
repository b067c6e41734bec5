-- grain: year, school_code, stage, class
-- inputs: filed_class, faulty_cell
-- Classes one by one, without the sizes an error touches.

select
    filed_class.year,
    filed_class.school_code,
    filed_class.stage,
    filed_class.class,
    case when faulty_cell.code is null then filed_class.class_pupils end as class_pupils,
    filed_class.class_pupils_cell,
    filed_class.file,
    filed_class.sheet,
    filed_class.row
from filed_class
left join faulty_cell
    on faulty_cell.year = filed_class.year
    and faulty_cell.unit_code = filed_class.school_code
    and faulty_cell.stage = filed_class.stage
    and faulty_cell.field = 'class_pupils'
