-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: per_pupil, filed_amount, check_rule, field
-- clause: method.md §3, item 6: typical error factor 10⁴
-- Money filed in 元 where the column is in 万元, or the other way: about ten thousand times the median of the county's schools (of all counties, for what counties file).

with grouped as (
    select per_pupil.*, case when per_pupil.county_code = per_pupil.unit_code then '' else per_pupil.county_code end as peers
    from per_pupil
    join check_rule on check_rule.check_name = per_pupil.check_name and check_rule.kind = 'unit'
),

middle as (
    select check_name, year, peers, stage, field, count(*) as peers_filed, quantile_disc(ratio, 0.5) as median
    from grouped
    group by check_name, year, peers, stage, field
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
    concat(field.zh, ' ', rtrim(rtrim(cast(filed_amount.amount as varchar), '0'), '.'), ' ', field.unit, printf('，为中位数的 %.4g 倍', grouped.ratio / middle.median)) as detail_zh,
    concat(field.en, ' ', rtrim(rtrim(cast(filed_amount.amount as varchar), '0'), '.'), ' ', field.unit, printf(', %.4g times the median', grouped.ratio / middle.median)) as detail_en
from grouped
join check_rule on check_rule.check_name = grouped.check_name
join middle
    on middle.check_name = grouped.check_name
    and middle.year = grouped.year
    and middle.peers = grouped.peers
    and middle.stage = grouped.stage
    and middle.field = grouped.field
join filed_amount
    on filed_amount.year = grouped.year
    and filed_amount.unit_code = grouped.unit_code
    and filed_amount.stage = grouped.stage
    and filed_amount.field = grouped.field
join field on field.field = grouped.field
where middle.peers_filed >= check_rule.least
    and (grouped.ratio >= middle.median * check_rule.limit_value or grouped.ratio * check_rule.limit_value <= middle.median)
