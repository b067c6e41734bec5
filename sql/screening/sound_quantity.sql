-- grain: year, school_code, stage, field
-- inputs: filed_quantity, faulty_cell
-- What was filed, as far as no error touches it: what the judging reads. A faulty cell is as unknown as one that was not filed, and says why.

select
    filed_quantity.year,
    filed_quantity.school_code,
    filed_quantity.stage,
    filed_quantity.field,
    case when faulty_cell.code is null then filed_quantity.amount end as amount,
    case when faulty_cell.code is null then filed_quantity.exact end as exact,
    filed_quantity.dataset,
    filed_quantity.file,
    filed_quantity.sheet,
    filed_quantity.row,
    filed_quantity.columns,
    faulty_cell.code as fault
from filed_quantity
left join faulty_cell
    on faulty_cell.year = filed_quantity.year
    and faulty_cell.unit_code = filed_quantity.school_code
    and faulty_cell.stage = filed_quantity.stage
    and faulty_cell.field = filed_quantity.field
