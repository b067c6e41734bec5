-- grain: year, school_code, stage, indicator, part
-- inputs: school, school_scope, unit_input, rule_part
-- clause: 全县所有学校按照不低于学校年度公用经费预算总额的 5% 安排教师培训经费 (抚顺县 2020)
-- A ratio of an accounting unit, the same on each of its schools. The denominator first: zero or missing decides nothing.

with due as (
    select
        school_scope.*,
        rule_part.part,
        rule_part.times,
        rule_part.threshold,
        rule_part.threshold_tested,
        rule_part.share,
        school.budget_unit_code as unit_code,
        above.amount as numerator,
        below.amount as denominator,
        concat_ws('; ', nullif(above.evidence, ''), nullif(below.evidence, '')) as evidence
    from school_scope
    join rule_part
        on rule_part.indicator = school_scope.indicator
        and rule_part.stage = school_scope.stage
        and rule_part.level = 'budget_unit'
        and rule_part.formula = 'ratio'
    join school on school.year = school_scope.year and school.school_code = school_scope.school_code
    left join unit_input as above
        on above.year = school_scope.year
        and above.county_code = school_scope.county_code
        and above.unit_code = school.budget_unit_code
        and above.indicator = rule_part.indicator
        and above.part = rule_part.part
        and above.role = 'numerator'
    left join unit_input as below
        on below.year = school_scope.year
        and below.county_code = school_scope.county_code
        and below.unit_code = school.budget_unit_code
        and below.indicator = rule_part.indicator
        and below.part = rule_part.part
        and below.role = 'denominator'
    where school_scope.in_scope
),

judged as (
    select
        *,
        case
            when threshold is null then 'threshold_unknown'
            when numerator is null or denominator is null then 'budget_not_filed'
            when numerator < 0 or (share and numerator > denominator) then 'not_credible'
            when denominator <= 0 then 'zero_denominator'
            when cast(times as decimal(9, 0)) * numerator >= cast(threshold_tested as decimal(18, 6)) * denominator then ''
            else 'below_the_standard'
        end as outcome
    from due
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    county_code,
    unit_code,
    cast(times as double) * cast(numerator as double) / nullif(cast(denominator as double), 0) as value,
    numerator,
    denominator,
    threshold,
    case outcome when '' then 'met' when 'below_the_standard' then 'not_met' else 'unknown' end as verdict,
    outcome as reason,
    evidence
from judged
