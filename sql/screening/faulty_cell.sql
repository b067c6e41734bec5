-- grain: year, unit_code, stage, subject, field
-- inputs: failed_sum, failed_unit, check_rule, check_term, filed_amount
-- Cells that an error touches: what the check compares with each other, for nobody knows which of them is wrong. A divisor is not compared and stays. They are judged as unknown, and nothing else is.

with failed as (
    select check_name, year, unit_code, stage, subject from failed_sum
    union
    select check_name, year, unit_code, stage, subject from failed_unit
)

select
    failed.year,
    failed.unit_code,
    failed.stage,
    failed.subject,
    check_term.field,
    min(check_rule.code) as code
from failed
join check_rule on check_rule.check_name = failed.check_name
join check_term
    on check_term.check_name = failed.check_name
    and (check_rule.kind = 'sum' or check_term.role = 'part')
join (select distinct year, unit_code, stage, subject, field from filed_amount) as filed
    on filed.year = failed.year
    and filed.unit_code = failed.unit_code
    and filed.stage = failed.stage
    and filed.subject = failed.subject
    and filed.field = check_term.field
where check_rule.severity = 'error'
group by failed.year, failed.unit_code, failed.stage, failed.subject, check_term.field
