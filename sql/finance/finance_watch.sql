-- grain: plan_id, county_code, year, rule, part
-- inputs: plan, plan_target, plan_year, plan_county, finance_rule, finance_amount, finance_change, unit_ratio, rule_input
-- clause: 三个增长, 两个只增不减, 教师平均工资收入水平不低于当地公务员平均工资收入水平, 公用经费用于教师培训; method.md §9a
-- Whether each county keeps what its plan demands of its finance. Amounts are compared crosswise in exact decimals: no growth is no growth, and meets «no decrease». A year that
-- was not filed is unknown; so is a rule over several years while one of them is.

with due as (
    select
        finance_rule.*,
        plan_target.county_code,
        plan_target.sort_order as county_order,
        plan_target.county_name,
        plan_target.county_name_en,
        plan_year.year,
        plan_county.filed_code,
        plan.issued_on is null or plan_year.year >= extract(year from plan.issued_on) as in_force
    from finance_rule
    join plan on plan.plan_id = finance_rule.plan_id
    join plan_target on plan_target.plan_id = finance_rule.plan_id
    join plan_year on plan_year.plan_id = finance_rule.plan_id
    left join plan_county
        on plan_county.plan_id = finance_rule.plan_id
        and plan_county.county_code = plan_target.county_code
        and plan_county.year = plan_year.year
),

-- Numbers up to 10^12, so that a product of two fits 38 digits.
change as (
    select
        *,
        cast(numerator as decimal(19, 6)) * cast(denominator_before as decimal(19, 6)) as now_crosswise,
        cast(numerator_before as decimal(19, 6)) * cast(denominator as decimal(19, 6)) as before_crosswise
    from finance_change
),

-- Each accounting unit's share for training, once.
unit as (
    select distinct unit_ratio.year, unit_ratio.county_code, unit_ratio.unit_code, unit_ratio.numerator, unit_ratio.denominator, unit_ratio.evidence, unit_ratio.reason = 'not_credible' as incredible
    from unit_ratio
    join rule_input
        on rule_input.indicator = unit_ratio.indicator
        and rule_input.part = unit_ratio.part
        and rule_input.chosen
        and rule_input.field = 'training_budget'
        and rule_input.role = 'numerator'
),

by_school as (
    select
        due.plan_id,
        due.county_code,
        due.year,
        due.rule,
        due.part,
        count(*) as units,
        count(*) filter (where unit.incredible or unit.numerator is null or unit.denominator is null or unit.denominator <= 0) as units_unknown,
        count(*) filter (where not unit.incredible and unit.denominator > 0 and unit.numerator < due.share * cast(unit.denominator as decimal(30, 6))) as units_failing,
        cast(sum(unit.numerator) as double) / nullif(cast(sum(unit.denominator) as double), 0) as value,
        string_agg(nullif(unit.evidence, ''), '; ' order by unit.unit_code) as evidence
    from due
    join unit on unit.year = due.year and unit.county_code = due.filed_code
    where due.measure = 'training_by_school'
    group by due.plan_id, due.county_code, due.year, due.rule, due.part
),

-- How many of the years in a row are known, and in how many it fell.
run as (
    select
        due.plan_id,
        due.county_code,
        due.year,
        due.rule,
        due.part,
        count(*) filter (where change.comparable) as years_known,
        count(*) filter (where change.comparable and change.now_crosswise < change.before_crosswise) as years_fallen,
        string_agg(cast(change.year as varchar), '、' order by change.year) filter (where change.comparable and change.now_crosswise < change.before_crosswise) as fell_in,
        string_agg(nullif(change.missing_zh, ''), '；' order by change.year) as missing_zh,
        string_agg(nullif(change.missing_en, ''), '; ' order by change.year) as missing_en,
        string_agg(nullif(change.evidence, ''), '; ' order by change.year desc) as evidence
    from due
    join plan_county
        on plan_county.plan_id = due.plan_id
        and plan_county.county_code = due.county_code
        and plan_county.year > due.year - due.years
        and plan_county.year <= due.year
    join change on change.year = plan_county.year and change.county_code = plan_county.filed_code and change.measure = due.measure
    where due.test = 'holds'
    group by due.plan_id, due.county_code, due.year, due.rule, due.part
),

held as (
    select
        due.*,
        now.value,
        now.value_before,
        case when now.comparable then now.value / now.value_before - 1 end as change,
        case due.test
            when 'faster' then case when other.comparable then other.value / other.value_before - 1 end
            when 'reaches' then cast(due.share as double)
        end as held_against,
        by_school.units,
        by_school.units_failing,
        by_school.units_unknown,
        by_school.value as by_school_value,
        run.years_known,
        run.years_fallen,
        run.fell_in,
        case
            when due.test = 'faster' and now.comparable and other.comparable
                then case when cast(now.numerator as decimal(19, 6)) * cast(other.numerator_before as decimal(19, 6))
                    > cast(other.numerator as decimal(19, 6)) * cast(now.numerator_before as decimal(19, 6)) then 'met' else 'not_met' end
            when due.test = 'grows' and now.comparable then case when now.now_crosswise > now.before_crosswise then 'met' else 'not_met' end
            when due.test = 'holds' and run.years_fallen > 0 then 'not_met'
            when due.test = 'holds' and run.years_known = due.years then 'met'
            when due.measure = 'training_by_school' and by_school.units_failing > 0 then 'not_met'
            when due.measure = 'training_by_school' and by_school.units_unknown = 0 and due.share is not null then 'met'
            when due.measure in ('training', 'land_income') and now.numerator > now.denominator then 'unknown'
            when due.test = 'reaches' and due.share is not null and now.numerator is not null and now.denominator > 0
                then case when now.numerator >= due.share * cast(now.denominator as decimal(30, 6)) then 'met' else 'not_met' end
            else 'unknown'
        end as verdict,
        -- Of a sum no more than the whole is spent on one thing; pay may be above that of others.
        coalesce(due.measure in ('training', 'land_income') and now.numerator > now.denominator, false) as incredible,
        coalesce(now.faulty or coalesce(other.faulty, false), false) as faulty,
        case
            when due.filed_code is null then concat(due.year, '年：没有填报')
            when due.test = 'holds' then run.missing_zh
            when due.test = 'reaches' then here.missing_zh
            else concat_ws('；', nullif(now.missing_zh, ''), nullif(other.missing_zh, ''))
        end as missing_zh,
        case
            when due.filed_code is null then concat(due.year, ': nothing filed')
            when due.test = 'holds' then run.missing_en
            when due.test = 'reaches' then here.missing_en
            else concat_ws('; ', nullif(now.missing_en, ''), nullif(other.missing_en, ''))
        end as missing_en,
        case
            when due.test = 'holds' then run.evidence
            when due.measure = 'training_by_school' then by_school.evidence
            when due.test = 'reaches' then here.evidence
            else concat_ws('; ', nullif(now.evidence, ''), nullif(other.evidence, ''))
        end as evidence
    from due
    left join change as now on now.year = due.year and now.county_code = due.filed_code and now.measure = due.measure
    left join change as other on other.year = due.year and other.county_code = due.filed_code and other.measure = due.against
    left join finance_amount as here on here.year = due.year and here.county_code = due.filed_code and here.measure = due.measure
    left join by_school
        on by_school.plan_id = due.plan_id and by_school.county_code = due.county_code and by_school.year = due.year and by_school.rule = due.rule and by_school.part = due.part
    left join run
        on run.plan_id = due.plan_id and run.county_code = due.county_code and run.year = due.year and run.rule = due.rule and run.part = due.part
)

select
    plan_id,
    county_code,
    year,
    rule,
    part,
    kind,
    cast(county_order * 100000 + sort_order as integer) as sort_order,
    county_name,
    county_name_en,
    name_zh,
    name_en,
    coalesce(by_school_value, value) as value,
    case when test <> 'reaches' then value_before end as value_before,
    case when test <> 'reaches' then change end as change,
    held_against,
    years,
    cast(units as integer) as units,
    cast(units_failing as integer) as units_failing,
    cast(units_unknown as integer) as units_unknown,
    verdict,
    case
        when verdict = 'met' then ''
        when verdict = 'not_met' and units_failing > 0 then 'schools_below'
        when verdict = 'not_met' and test = 'holds' then 'fell'
        when verdict = 'not_met' and test = 'reaches' then 'below_the_share'
        when verdict = 'not_met' then 'did_not_grow_enough'
        when faulty then 'input_faulty'
        when incredible then 'not_credible'
        when test = 'reaches' and share is null then 'threshold_unknown'
        else 'not_filed'
    end as reason,
    case
        when units_failing > 0 then concat(units, '个核算单位中', units_failing, '个未达')
        when verdict = 'unknown' and test = 'reaches' and share is null then '文件没有写明比例'
        when units_unknown > 0 then concat(units, '个核算单位中', units_unknown, '个没有填报或不可信')
        when incredible then '分项大于总额，不可信'
        when verdict = 'not_met' and test = 'holds' then concat(fell_in, '年比上年减少')
        when verdict = 'unknown' then concat('未填报 ', coalesce(nullif(missing_zh, ''), '或为零'))
        else ''
    end as why_zh,
    case
        when units_failing > 0 then concat(units_failing, ' of ', units, ' accounting units below')
        when verdict = 'unknown' and test = 'reaches' and share is null then 'the document names no share'
        when units_unknown > 0 then concat(units_unknown, ' of ', units, ' accounting units not filed, or not credible')
        when incredible then 'a part that is more than its whole is not credible'
        when verdict = 'not_met' and test = 'holds' then concat('fell in ', replace(fell_in, '、', ', '))
        when verdict = 'unknown' then concat('not filed ', coalesce(nullif(missing_en, ''), 'or zero'))
        else ''
    end as why_en,
    coalesce(evidence, '') as evidence,
    in_force,
    rests_on,
    quote
from held
