-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: per_pupil, filed_amount, check_rule, field
-- clause: method.md §6.4, values for each pupil outside [p1, p99]
-- Values that are unusual in their year and stage, over the whole source set. By its nature this names about two in a hundred: notes, to be looked at and no more.

with ranked as (
    select
        per_pupil.check_name,
        per_pupil.year,
        per_pupil.stage,
        per_pupil.field,
        count(*) as filed,
        list(per_pupil.ratio order by per_pupil.ratio) as sorted,
        cast(ceil(count(*) * max(check_rule.limit_value)) as bigint) as from_the_end
    from per_pupil
    join check_rule on check_rule.check_name = per_pupil.check_name and check_rule.kind = 'spread'
    group by per_pupil.check_name, per_pupil.year, per_pupil.stage, per_pupil.field
),

bounds as (
    select check_name, year, stage, field, filed, sorted[from_the_end] as low, sorted[filed + 1 - from_the_end] as high
    from ranked
)

select
    check_rule.check_name,
    filed_amount.year,
    filed_amount.unit_code,
    filed_amount.stage,
    filed_amount.subject,
    filed_amount.field,
    filed_amount.county_code,
    filed_amount.unit_name,
    filed_amount.dataset,
    filed_amount.file,
    filed_amount.sheet,
    filed_amount.row,
    filed_amount.columns,
    cast(filed_amount.amount as double) as value,
    printf('生均 %.4g %s，同年同学段第1至第99百分位为 %.4g 至 %.4g', per_pupil.ratio, field.unit, bounds.low, bounds.high) as detail_zh,
    printf('%.4g %s a pupil; the 1st and 99th percentile of the year and stage are %.4g and %.4g', per_pupil.ratio, field.unit, bounds.low, bounds.high) as detail_en
from per_pupil
join check_rule on check_rule.check_name = per_pupil.check_name
join bounds
    on bounds.check_name = per_pupil.check_name
    and bounds.year = per_pupil.year
    and bounds.stage = per_pupil.stage
    and bounds.field = per_pupil.field
join filed_amount
    on filed_amount.year = per_pupil.year
    and filed_amount.unit_code = per_pupil.unit_code
    and filed_amount.stage = per_pupil.stage
    and filed_amount.field = per_pupil.field
join field on field.field = per_pupil.field
where bounds.filed >= check_rule.least
    and (per_pupil.ratio < bounds.low or per_pupil.ratio > bounds.high)
