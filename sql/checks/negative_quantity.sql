-- inputs: school_indicator, school, rule_indicator
-- severity: error
-- A subtraction that ends below zero: a gym larger than the teaching area it is part of.

select
    school.file,
    school.sheet,
    school.row,
    school_indicator.indicator as "column",
    school_indicator.school_code as value,
    concat(school.school_name, ' ', school_indicator.year, '年「', rule_indicator.short_zh, '」相减后为负数') as what,
    concat(school.school_name, ' ', school_indicator.year, ': "', rule_indicator.short_en, '" is negative after subtraction') as what_en,
    '核对相减的各项，例如室内体育用房不能大于教学及辅助用房' as fix,
    'Check what is subtracted: a gym cannot be larger than the teaching area that includes it' as fix_en
from school_indicator
join school on school.year = school_indicator.year and school.school_code = school_indicator.school_code
join rule_indicator on rule_indicator.indicator = school_indicator.indicator
where school_indicator.reason = 'negative_quantity'
order by school_indicator.year, school_indicator.school_code, school_indicator.indicator, school_indicator.stage
