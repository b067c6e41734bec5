-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: filed_amount, filed_class, filed_class_band, filed_grade, check_rule, check_term, field
-- clause: 列关系(1)=(2)+…; 骨干教师 ≤ 专任教师 (method.md §6.4)
-- Parts that add up to more than their whole, or to less than they must. What was not filed is no zero: a sum is «at least» only when every field of it is there, and no class, band or grade of it was left blank.

with blank as (
    select year, school_code as unit_code, stage, 'class_pupils' as field
    from filed_class
    where class_pupils is null
    union
    select year, school_code, stage, 'band_classes'
    from filed_class_band
    where band_classes is null
    union
    select year, school_code, stage, 'grade_pupils'
    from filed_grade
    where grade_pupils is null
),

summed as (
    select
        check_term.check_name,
        check_rule.compare,
        check_term.role,
        amount.year,
        amount.unit_code,
        amount.stage,
        amount.subject,
        cast(sum(amount.amount) as decimal(38, 12)) as amount,
        count(distinct amount.field) filter (where blank.field is null) as fields
    from check_rule
    join check_term on check_term.check_name = check_rule.check_name
    join filed_amount as amount on amount.field = check_term.field
    left join blank
        on blank.year = amount.year
        and blank.unit_code = amount.unit_code
        and blank.stage = amount.stage
        and blank.field = amount.field
    where check_rule.kind = 'sum'
    group by check_term.check_name, check_rule.compare, check_term.role, amount.year, amount.unit_code, amount.stage, amount.subject
),

needed as (
    select check_name, role, count(*) as fields
    from check_term
    group by check_name, role
),

side as (
    select summed.*, summed.fields = needed.fields as complete
    from summed
    join needed on needed.check_name = summed.check_name and needed.role = summed.role
),

failed as (
    select parts.*, whole.amount as limit_amount
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
),

-- Only of what failed are the cells looked up and put into words.
cell as (
    select
        failed.check_name,
        failed.compare,
        check_term.role,
        amount.*,
        field.zh as field_zh,
        field.en as field_en,
        field.unit,
        count(*) over side as cells,
        row_number() over (side order by amount.field, amount.row) as position
    from failed
    join check_term on check_term.check_name = failed.check_name
    join filed_amount as amount
        on amount.field = check_term.field
        and amount.year = failed.year
        and amount.unit_code = failed.unit_code
        and amount.stage = failed.stage
        and amount.subject = failed.subject
    join field on field.field = check_term.field
    window side as (partition by failed.check_name, check_term.role, amount.year, amount.unit_code, amount.stage, amount.subject)
),

-- A field of many cells (classes, bands) is told as their number, not one by one.
filed as (
    select
        check_name,
        role,
        year,
        unit_code,
        stage,
        subject,
        field,
        field_zh,
        field_en,
        concat(rtrim(rtrim(cast(sum(amount) as varchar), '0'), '.'), ' ', unit, case when count(*) = 1 then concat(' (', max(columns), max(row), ')') else concat(' (×', count(*), ')') end) as shown
    from cell
    group by check_name, role, year, unit_code, stage, subject, field, field_zh, field_en, unit
),

worded as (
    select
        check_name,
        year,
        unit_code,
        stage,
        subject,
        string_agg(concat(field_zh, ' ', shown), ' + ' order by field) filter (role = 'part') as part_zh,
        string_agg(concat(field_en, ' ', shown), ' + ' order by field) filter (role = 'part') as part_en,
        string_agg(concat(field_zh, ' ', shown), ' + ' order by field) filter (role = 'whole') as whole_zh,
        string_agg(concat(field_en, ' ', shown), ' + ' order by field) filter (role = 'whole') as whole_en
    from filed
    group by check_name, year, unit_code, stage, subject
)

-- The finding stands where there is one cell to look at: at the part if it is alone, else at the whole.
select
    cell.check_name,
    cell.year,
    cell.unit_code,
    cell.stage,
    cell.subject,
    cell.field,
    cell.county_code,
    cell.unit_name,
    cell.dataset,
    cell.file,
    cell.sheet,
    cell.row,
    cell.columns,
    cast(cell.amount as double) as value,
    concat(worded.part_zh, case cell.compare when 'at_most' then ' > ' else ' < ' end, worded.whole_zh) as detail_zh,
    concat(worded.part_en, case cell.compare when 'at_most' then ' > ' else ' < ' end, worded.whole_en) as detail_en
from cell
join worded
    on worded.check_name = cell.check_name
    and worded.year = cell.year
    and worded.unit_code = cell.unit_code
    and worded.stage = cell.stage
    and worded.subject = cell.subject
where cell.position = 1
qualify row_number() over (
    partition by cell.check_name, cell.year, cell.unit_code, cell.stage, cell.subject
    order by case when cell.role = 'part' and cell.cells = 1 then 0 when cell.role = 'whole' then 1 else 2 end
) = 1
