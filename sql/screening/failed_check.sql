-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: failed_sum, failed_jump, failed_unit, failed_spread, failed_break, failed_register, faulty_cell, check_rule
-- Every check that something filed does not pass, in words: a row a finding. Of a cell that cannot be right nobody wants to hear besides that it is unusual.

with odd as (
    select * from failed_jump
    union all
    select * from failed_spread
),

failed as (
    select * from failed_sum
    union all
    select * from failed_unit
    union all
    select odd.*
    from odd
    left join faulty_cell
        on faulty_cell.year = odd.year
        and faulty_cell.unit_code = odd.unit_code
        and faulty_cell.stage = odd.stage
        and faulty_cell.subject = odd.subject
        and faulty_cell.field = odd.field
    where faulty_cell.field is null
    union all
    select * from failed_break
    union all
    select * from failed_register
)

select
    failed.check_name,
    failed.year,
    failed.unit_code,
    failed.stage,
    failed.subject,
    failed.field,
    failed.county_code,
    failed.unit_name,
    failed.dataset,
    failed.file,
    failed.sheet,
    failed.row,
    failed.columns,
    failed.value,
    check_rule.code,
    check_rule.severity,
    concat(
        failed.unit_name, ' ', failed.year, '年',
        case failed.stage when 'primary' then '小学' when 'junior' then '初中' when 'senior' then '高中' when 'kindergarten' then '幼儿' else '' end,
        '：', failed.detail_zh, '（规则：', check_rule.rule_zh, '）'
    ) as what_zh,
    concat(
        failed.unit_name, ' ', failed.year, case when failed.stage = 'all' then '' else concat(' ', failed.stage) end,
        ': ', failed.detail_en, ' (rule: ', check_rule.rule_en, ')'
    ) as what_en,
    check_rule.fix_zh,
    check_rule.fix_en
from failed
join check_rule on check_rule.check_name = failed.check_name
