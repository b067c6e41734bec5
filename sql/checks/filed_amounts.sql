-- inputs: failed_check
-- severity: by_row
-- What does not pass models/checks, each with the code and severity of its own check.

select
    file,
    sheet,
    row,
    concat_ws(' ', nullif(columns, ''), field) as "column",
    coalesce(regexp_replace(cast(value as varchar), '\.0$', ''), '') as value,
    code,
    severity,
    what_zh as what,
    what_en,
    fix_zh as fix,
    fix_en
from failed_check
order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, code, file, sheet, row, field
