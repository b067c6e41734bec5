-- grain: year, county_code, field
-- inputs: filed_county_quantity, faulty_cell
-- What was filed, as far as no error touches it: what the judging reads. A faulty cell is as unknown as one that was not filed, and says why.

select
    filed_county_quantity.year,
    filed_county_quantity.county_code,
    filed_county_quantity.field,
    case when faulty_cell.code is null then filed_county_quantity.amount end as amount,
    case when faulty_cell.code is null then filed_county_quantity.exact end as exact,
    filed_county_quantity.dataset,
    filed_county_quantity.file,
    filed_county_quantity.sheet,
    filed_county_quantity.row,
    filed_county_quantity.columns,
    faulty_cell.code as fault
from filed_county_quantity
left join faulty_cell
    on faulty_cell.year = filed_county_quantity.year
    and faulty_cell.unit_code = filed_county_quantity.county_code
    and faulty_cell.field = filed_county_quantity.field
