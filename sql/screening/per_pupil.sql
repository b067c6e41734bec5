-- grain: check_name, year, unit_code, stage, field
-- inputs: filed_amount, check_rule, check_term
-- What the checks compare among schools or counties: an amount, or an amount for each pupil. A whole school's quantity is shared by the pupils of all its stages.

with divisor as (
    select year, unit_code, stage, field, cast(sum(amount) as decimal(38, 12)) as amount
    from filed_amount
    where field in (select field from check_term where role = 'whole')
    group by year, unit_code, stage, field
    union all
    select year, unit_code, 'all', field, cast(sum(amount) as decimal(38, 12))
    from filed_amount
    where field in (select field from check_term where role = 'whole') and stage <> 'all'
    group by year, unit_code, field
)

select
    check_rule.check_name,
    amount.year,
    amount.unit_code,
    amount.stage,
    amount.field,
    amount.county_code,
    cast(amount.amount as double) / coalesce(cast(divisor.amount as double), 1) as ratio
from check_rule
join check_term as part on part.check_name = check_rule.check_name and part.role = 'part'
left join check_term as whole on whole.check_name = check_rule.check_name and whole.role = 'whole'
join filed_amount as amount on amount.field = part.field
left join divisor
    on divisor.year = amount.year
    and divisor.unit_code = amount.unit_code
    and divisor.stage = amount.stage
    and divisor.field = whole.field
where check_rule.kind in ('spread', 'unit')
    and amount.amount > 0
    and (whole.field is null or divisor.amount > 0)
