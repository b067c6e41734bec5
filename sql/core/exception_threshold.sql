-- grain: year, school_code, indicator, part
-- inputs: school, school_exception, rule_exception_threshold
-- The easiest thresholds that its exceptions give a school: the smallest of those to be reached, the largest of those not to be passed.

select
    school_exception.year,
    school_exception.school_code,
    rule_exception_threshold.indicator,
    rule_exception_threshold.part,
    min(rule_exception_threshold.threshold) as smallest,
    max(rule_exception_threshold.threshold) as largest,
    string_agg(school_exception.exception, ',' order by school_exception.exception) as exceptions
from school_exception
join school on school.year = school_exception.year and school.school_code = school_exception.school_code
join rule_exception_threshold
    on rule_exception_threshold.exception = school_exception.exception
    and rule_exception_threshold.school_type = school.school_type
group by school_exception.year, school_exception.school_code, rule_exception_threshold.indicator, rule_exception_threshold.part
