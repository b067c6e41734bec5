-- grain: year, school_code, stage, indicator, part
-- inputs: school_scope, judgement_resolved, rule_part
-- clause: method.md §9a: 25–30 need a row for each school in scope
-- The judgement of each school. A school without a row is unknown, whatever the others say.

select
    school_scope.year,
    school_scope.school_code,
    school_scope.stage,
    school_scope.indicator,
    rule_part.part,
    school_scope.county_code,
    school_scope.school_code as unit_code,
    cast(null as double) as value,
    cast(null as decimal(38, 12)) as numerator,
    cast(null as decimal(38, 12)) as denominator,
    rule_part.threshold,
    coalesce(judgement_resolved.verdict, 'unknown') as verdict,
    coalesce(judgement_resolved.reason, 'judgement_not_filed') as reason,
    coalesce(judgement_resolved.evidence, '') as evidence
from school_scope
join rule_part
    on rule_part.indicator = school_scope.indicator
    and rule_part.stage = school_scope.stage
    and rule_part.level = 'school'
    and rule_part.formula = 'judgement'
left join judgement_resolved
    on judgement_resolved.year = school_scope.year
    and judgement_resolved.unit_code = school_scope.school_code
    and judgement_resolved.indicator = school_scope.indicator
    and judgement_resolved.part = rule_part.part
where school_scope.in_scope
