-- grain: year, school_code, stage, indicator, part
-- inputs: school, school_scope, school_stage, unit_input, sound_county_quantity, rule_part, rule_input, parameter
-- clause: 不足 100 名学生的村小学和教学点按 100 名学生核定公用经费 (抚顺县 2020)
-- What the accounting unit got last year against quota × pupils, where a village school or teaching point under 100 pupils counts as 100. One result for each such school.

with choice as (
    select coalesce(bool_or(name = 'small_school_pupils' and value = 'fund_year'), false) as fund_year
    from parameter
),

due as (
    select school_scope.*, rule_part.part, rule_part.threshold, school.budget_unit_code as unit_code
    from school_scope
    join rule_part on rule_part.indicator = school_scope.indicator and rule_part.stage = school_scope.stage and rule_part.formula = 'funded_as'
    join school on school.year = school_scope.year and school.school_code = school_scope.school_code
    where school_scope.in_scope
),

unit as (
    select distinct year, county_code, unit_code, indicator, part, stage, threshold from due
),

-- Each stage of each school of the unit, as many pupils as it is funded for.
funded as (
    select
        unit.year,
        unit.county_code,
        unit.unit_code,
        unit.indicator,
        unit.part,
        case when due.school_code is null then counted.pupils else greatest(counted.pupils, unit.threshold) end as pupils,
        sound_county_quantity.amount as quota,
        due.school_code is not null and counted.pupils is null as small_unknown
    from unit
    cross join choice
    join school
        on school.year = unit.year and school.county_code = unit.county_code and school.budget_unit_code = unit.unit_code
    join school_stage
        on school_stage.year = school.year
        and school_stage.school_code = school.school_code
        and school_stage.stage in ('primary', 'junior')
        and coalesce(school_stage.pupils <> 0, true)
    join rule_input
        on rule_input.indicator = unit.indicator
        and rule_input.part = unit.part
        and rule_input.stage = unit.stage
        and rule_input.role = 'quota'
        and rule_input.filed_stage = school_stage.stage
    left join school_stage as counted
        on counted.year = school_stage.year - case when choice.fund_year then rule_input.lag else 0 end
        and counted.school_code = school_stage.school_code
        and counted.stage = school_stage.stage
    left join due
        on due.year = school.year
        and due.school_code = school.school_code
        and due.indicator = unit.indicator
        and due.part = unit.part
    left join sound_county_quantity
        on sound_county_quantity.year = unit.year - rule_input.lag
        and sound_county_quantity.county_code = unit.county_code
        and sound_county_quantity.field = rule_input.field
),

required as (
    select
        year,
        county_code,
        unit_code,
        indicator,
        part,
        bool_and(pupils is not null and not small_unknown) as pupils_known,
        bool_and(coalesce(quota > 0, false)) as quota_known,
        cast(sum(cast(quota as decimal(38, 12)) * cast(pupils as decimal(18, 6))) as decimal(38, 12)) as required
    from funded
    group by year, county_code, unit_code, indicator, part
),

judged as (
    select
        due.*,
        unit_input.amount,
        unit_input.evidence,
        case when required.pupils_known and required.quota_known then required.required end as required,
        case
            when due.threshold is null then 'threshold_unknown'
            when not coalesce(required.pupils_known, false) then 'pupils_not_filed'
            when not coalesce(required.quota_known, false) then 'quota_not_filed'
            when unit_input.amount is null then 'budget_not_filed'
            when unit_input.amount >= required.required then ''
            else 'below_the_standard'
        end as outcome
    from due
    left join required
        on required.year = due.year
        and required.county_code = due.county_code
        and required.unit_code = due.unit_code
        and required.indicator = due.indicator
        and required.part = due.part
    left join unit_input
        on unit_input.year = due.year
        and unit_input.county_code = due.county_code
        and unit_input.unit_code = due.unit_code
        and unit_input.indicator = due.indicator
        and unit_input.part = due.part
        and unit_input.role = 'numerator'
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    county_code,
    unit_code,
    cast(amount as double) / nullif(cast(required as double), 0) as value,
    amount as numerator,
    required as denominator,
    threshold,
    case outcome when '' then 'met' when 'below_the_standard' then 'not_met' else 'unknown' end as verdict,
    outcome as reason,
    coalesce(evidence, '') as evidence
from judged
