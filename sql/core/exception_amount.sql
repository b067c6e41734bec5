-- grain: year, school_code, stage, indicator
-- inputs: school_exception, school_quantity, rule_exception_term
-- What its exceptions let a school-stage count beside its ordinary numerator. What was not filed adds nothing.

select
    school_exception.year,
    school_exception.school_code,
    rule_exception_term.stage,
    rule_exception_term.indicator,
    cast(coalesce(sum(case when rule_exception_term.sign < 0 then -school_quantity.amount else school_quantity.amount end), 0) as decimal(38, 12)) as amount,
    string_agg(distinct school_exception.exception, ',' order by school_exception.exception) as exceptions
from school_exception
join rule_exception_term on rule_exception_term.exception = school_exception.exception
left join school_quantity
    on school_quantity.year = school_exception.year - rule_exception_term.lag
    and school_quantity.school_code = school_exception.school_code
    and school_quantity.stage = rule_exception_term.filed_stage
    and school_quantity.field = rule_exception_term.field
group by school_exception.year, school_exception.school_code, rule_exception_term.stage, rule_exception_term.indicator
