-- grain: year, school_code, stage, indicator, part, rule_stage
-- inputs: school_scope, school_quantity, rule_part, rule_input
-- Numerator and denominator of every school-stage that a county's sum runs over, and whether it is full, short, missing, or cannot be.

with term as (
    select
        school_scope.year,
        school_scope.school_code,
        school_scope.stage,
        school_scope.indicator,
        rule_part.part,
        rule_part.stage as rule_stage,
        school_scope.county_code,
        rule_part.share,
        rule_input.role,
        count(*) as terms,
        count(school_quantity.amount) as filed,
        sum(case when rule_input.sign < 0 then -school_quantity.amount else school_quantity.amount end) as amount
    from school_scope
    join rule_part
        on rule_part.indicator = school_scope.indicator
        and rule_part.level = 'county'
        and rule_part.from_schools
        and rule_part.stage in ('all', school_scope.stage)
    join rule_input
        on rule_input.indicator = rule_part.indicator
        and rule_input.part = rule_part.part
        and rule_input.stage = rule_part.stage
        and rule_input.chosen
        and rule_input.filed_stage in ('all', school_scope.stage)
    left join school_quantity
        on school_quantity.year = school_scope.year - rule_input.lag
        and school_quantity.school_code = school_scope.school_code
        and school_quantity.stage = rule_input.filed_stage
        and school_quantity.field = rule_input.field
    where school_scope.in_scope
    group by all
),

pair as (
    select
        year,
        school_code,
        stage,
        indicator,
        part,
        rule_stage,
        county_code,
        share,
        cast(max(case when filed = terms then amount end) filter (where role = 'numerator') as decimal(38, 12)) as numerator,
        cast(max(case when filed = terms then amount end) filter (where role = 'denominator') as decimal(38, 12)) as denominator
    from term
    group by year, school_code, stage, indicator, part, rule_stage, county_code, share
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    rule_stage,
    county_code,
    numerator,
    denominator,
    case
        when numerator is null or denominator is null then 'gap'
        when numerator < 0 or denominator < 0 or (share and numerator > denominator) then 'not_credible'
        when numerator < denominator then 'short'
        else 'full'
    end as outcome
from pair
