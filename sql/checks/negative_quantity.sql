-- inputs: school_indicator, school, rule_indicator, rule_term, campus, sound_quantity
-- severity: error
-- A subtraction that ends below zero: a gym larger than the teaching area it is part of. The finding stands at the cell that is subtracted.

with subtracted as (
    -- A combined school has one cell and two stages: once is enough.
    select distinct
        school_indicator.year,
        school_indicator.school_code,
        school_indicator.indicator,
        school_indicator.year - rule_term.lag as filed_year,
        rule_term.field,
        rule_term.filed_stage
    from school_indicator
    join rule_term
        on rule_term.indicator = school_indicator.indicator
        and rule_term.part = school_indicator.part
        and rule_term.stage = school_indicator.stage
        and rule_term.sign < 0
    where school_indicator.reason = 'negative_quantity'
)

select
    sound_quantity.file,
    sound_quantity.sheet,
    sound_quantity.row,
    concat(sound_quantity.columns, ' ', sound_quantity.field) as "column",
    cast(cast(sound_quantity.amount as double) as varchar) as value,
    concat(school.school_name, ' ', subtracted.year, '年「', rule_indicator.short_zh, '」相减后为负数') as what,
    concat(school.school_name, ' ', subtracted.year, ': "', rule_indicator.short_en, '" is negative after subtraction') as what_en,
    '核对这一格与被减的一格，例如室内体育用房不能大于教学及辅助用房' as fix,
    'Check this cell and the one it is subtracted from: a gym cannot be larger than the teaching area that includes it' as fix_en
from subtracted
join school on school.year = subtracted.year and school.school_code = subtracted.school_code
join rule_indicator on rule_indicator.indicator = subtracted.indicator
join campus on campus.year = subtracted.filed_year and campus.counted_with = subtracted.school_code
join sound_quantity
    on sound_quantity.year = campus.year
    and sound_quantity.school_code = campus.school_code
    and sound_quantity.field = subtracted.field
    and sound_quantity.stage = subtracted.filed_stage
order by sound_quantity.file, sound_quantity.sheet, sound_quantity.row, sound_quantity.field, subtracted.indicator
