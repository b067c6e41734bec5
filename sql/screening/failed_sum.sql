-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: filed_amount, check_rule, check_term, field
-- clause: 列关系(1)=(2)+…; 骨干教师 ≤ 专任教师 (method.md §6.4)
-- Parts that add up to more than their whole, or to less than they must. What was not filed is no zero: a sum is «at least» only when every field of it is there.

with cell as (
    select
        check_term.check_name,
        check_rule.compare,
        check_term.role,
        amount.*,
        field.zh as field_zh,
        field.en as field_en,
        field.unit,
        count(*) over side as cells,
        row_number() over (side order by amount.field, amount.row) as position
    from check_rule
    join check_term on check_term.check_name = check_rule.check_name
    join filed_amount as amount on amount.field = check_term.field
    join field on field.field = check_term.field
    where check_rule.kind = 'sum'
    window side as (partition by check_term.check_name, check_term.role, amount.year, amount.unit_code, amount.stage, amount.subject)
),

needed as (
    select check_name, role, count(*) as fields
    from check_term
    group by check_name, role
),

-- A field of many cells (classes, bands) is told as their number, not one by one.
filed as (
    select
        check_name,
        compare,
        role,
        year,
        unit_code,
        stage,
        subject,
        field,
        field_zh,
        field_en,
        unit,
        sum(amount) as amount,
        concat(rtrim(rtrim(cast(sum(amount) as varchar), '0'), '.'), ' ', unit, case when count(*) = 1 then concat(' (', max(columns), max(row), ')') else concat(' (×', count(*), ')') end) as shown
    from cell
    group by check_name, compare, role, year, unit_code, stage, subject, field, field_zh, field_en, unit
),

side as (
    select
        filed.check_name,
        filed.compare,
        filed.role,
        filed.year,
        filed.unit_code,
        filed.stage,
        filed.subject,
        cast(sum(filed.amount) as decimal(38, 12)) as amount,
        count(*) = min(needed.fields) as complete,
        string_agg(concat(filed.field_zh, ' ', filed.shown), ' + ' order by filed.field) as shown_zh,
        string_agg(concat(filed.field_en, ' ', filed.shown), ' + ' order by filed.field) as shown_en
    from filed
    join needed on needed.check_name = filed.check_name and needed.role = filed.role
    group by filed.check_name, filed.compare, filed.role, filed.year, filed.unit_code, filed.stage, filed.subject
),

failed as (
    select parts.*, whole.amount as limit_amount, whole.shown_zh as whole_zh, whole.shown_en as whole_en
    from side as parts
    join side as whole
        on whole.check_name = parts.check_name
        and whole.role = 'whole'
        and whole.year = parts.year
        and whole.unit_code = parts.unit_code
        and whole.stage = parts.stage
        and whole.subject = parts.subject
    where parts.role = 'part' and whole.complete
        and ((parts.compare = 'at_most' and parts.amount > whole.amount)
            or (parts.compare = 'at_least' and parts.complete and parts.amount < whole.amount))
)

-- The finding stands where there is one cell to look at: at the part if it is alone, else at the whole.
select
    failed.check_name,
    failed.year,
    failed.unit_code,
    failed.stage,
    failed.subject,
    cell.field,
    cell.county_code,
    cell.unit_name,
    cell.dataset,
    cell.file,
    cell.sheet,
    cell.row,
    cell.columns,
    cast(cell.amount as double) as value,
    concat(failed.shown_zh, case failed.compare when 'at_most' then ' > ' else ' < ' end, failed.whole_zh) as detail_zh,
    concat(failed.shown_en, case failed.compare when 'at_most' then ' > ' else ' < ' end, failed.whole_en) as detail_en
from failed
join cell
    on cell.check_name = failed.check_name
    and cell.year = failed.year
    and cell.unit_code = failed.unit_code
    and cell.stage = failed.stage
    and cell.subject = failed.subject
    and cell.position = 1
qualify row_number() over (
    partition by failed.check_name, failed.year, failed.unit_code, failed.stage, failed.subject
    order by case when cell.role = 'part' and cell.cells = 1 then 0 when cell.role = 'whole' then 1 else 2 end
) = 1
