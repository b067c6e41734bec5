-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: filed_amount, check_rule, check_term, field
-- clause: method.md §6.4, year-on-year jumps
-- A school's amount against the same school's of the year before. What was not there before is new and no jump.

with amount as (
    select *, rtrim(rtrim(cast(amount as varchar), '0'), '.') as shown
    from filed_amount
)

select
    check_rule.check_name,
    now.year,
    now.unit_code,
    now.stage,
    now.subject,
    now.field,
    now.county_code,
    now.unit_name,
    now.dataset,
    now.file,
    now.sheet,
    now.row,
    now.columns,
    cast(now.amount as double) as value,
    concat(field.zh, ' ', before.shown, ' (', before.file, ' ', before.columns, before.row, ') → ', now.shown, ' ', field.unit,
        printf(' (%+.0f%%)', 100 * (cast(now.amount as double) / cast(before.amount as double) - 1))) as detail_zh,
    concat(field.en, ' ', before.shown, ' (', before.file, ' ', before.columns, before.row, ') → ', now.shown, ' ', field.unit,
        printf(' (%+.0f%%)', 100 * (cast(now.amount as double) / cast(before.amount as double) - 1))) as detail_en
from check_rule
join check_term on check_term.check_name = check_rule.check_name
join field on field.field = check_term.field
join amount as now on now.field = check_term.field
join amount as before
    on before.year = now.year - 1
    and before.unit_code = now.unit_code
    and before.stage = now.stage
    and before.subject = now.subject
    and before.field = now.field
    and before.item = now.item
where check_rule.kind = 'jump'
    and before.amount > 0
    and greatest(before.amount, now.amount) >= check_rule.least
    and abs(now.amount - before.amount) > cast(check_rule.limit_value as decimal(9, 6)) * cast(before.amount as decimal(28, 6))
