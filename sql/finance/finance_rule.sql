-- grain: plan_id, rule, part
-- inputs: plan, plan_clause, rule_part, rule_input
-- clause: 三个增长 (抚顺县 2020, 新邱区 2021), 两个只增不减 (曲靖市 2022, 绥芬河市 2021); what each asks in numbers: method.md §9a
-- What each plan demands of a county's finance, part by part. Of pay and training, where the plan is silent the rule pack's own indicator stands in.

with made_of (kind, part, position, zh, en, measure, against, test) as (
    values
    ('three_growths', 'appropriation', 1, '财政教育拨款的增长高于财政经常性收入的增长', 'appropriation grows faster than recurrent revenue', 'appropriation', 'revenue', 'faster'),
    ('three_growths', 'spending_per_pupil', 2, '生均教育支出增长', 'spending per pupil grows', 'spending_per_pupil', '', 'grows'),
    ('three_growths', 'pay', 3, '教师平均工资增长', 'teachers'' pay grows', 'pay', '', 'grows'),
    ('three_growths', 'public_funds_per_pupil', 4, '生均公用经费增长', 'public funds per pupil grow', 'public_funds_per_pupil', '', 'grows'),
    ('two_no_decreases', 'spending', 1, '一般公共预算教育支出不减', 'education spending does not fall', 'spending', '', 'holds'),
    ('two_no_decreases', 'spending_per_pupil', 2, '生均教育支出不减', 'spending per pupil does not fall', 'spending_per_pupil', '', 'holds'),
    ('pay_not_below', '', 0, '教师平均工资不低于公务员', 'teachers'' pay not below civil servants', 'pay_ratio', '', 'reaches'),
    ('training_share', '', 0, '公用经费用于教师培训', 'public funds for training teachers', 'training', '', 'reaches'),
    ('land_income_share', '', 0, '土地出让净收益用于教育', 'land income for education', 'land_income', '', 'reaches')
),

-- The pack's rules on the same money, known by what they are computed from.
of_pack as (
    select distinct
        case rule_input.field when 'civil_servant_pay_average' then 'pay_not_below' else 'training_share' end as kind,
        rule_part.indicator as rule,
        case rule_part.level when 'budget_unit' then 'school' else 'county' end as held_by,
        cast(rule_part.threshold_tested as decimal(18, 6)) / rule_part.times as share,
        rule_part.clause as quote
    from rule_part
    join rule_input on rule_input.indicator = rule_part.indicator and rule_input.part = rule_part.part and rule_input.stage = rule_part.stage
    where rule_input.chosen
        and ((rule_input.field = 'civil_servant_pay_average' and rule_input.role = 'denominator') or (rule_input.field = 'training_budget' and rule_input.role = 'numerator'))
),

demand as (
    select plan_id, clause as rule, kind, held_by, case kind when 'pay_not_below' then 1 else share end as share, coalesce(years, 1) as years, quote, 'plan' as rests_on, sort_order
    from plan_clause
    where kind in (select kind from made_of)
    union all
    select plan.plan_id, of_pack.rule, of_pack.kind, of_pack.held_by, of_pack.share, 1, of_pack.quote, 'pack', 1000
    from plan
    cross join of_pack
    where not exists (select 1 from plan_clause where plan_clause.plan_id = plan.plan_id and plan_clause.kind = of_pack.kind)
)

select
    demand.plan_id,
    demand.rule,
    made_of.part,
    demand.kind,
    cast(demand.sort_order * 10 + made_of.position as integer) as sort_order,
    made_of.zh as name_zh,
    made_of.en as name_en,
    case when demand.held_by = 'school' and made_of.measure = 'training' then 'training_by_school' else made_of.measure end as measure,
    made_of.against,
    made_of.test,
    cast(case made_of.test when 'reaches' then demand.share end as decimal(18, 6)) as share,
    cast(demand.years as integer) as years,
    demand.rests_on,
    demand.quote
from demand
join made_of on made_of.kind = demand.kind
