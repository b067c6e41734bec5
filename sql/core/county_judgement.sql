-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, judgement_resolved
-- The judgements of a county; what nobody judged is unknown.

select
    county_rule.year,
    county_rule.county_code,
    county_rule.stage,
    county_rule.indicator,
    county_rule.part,
    county_rule.part as rule_part,
    cast(null as double) as value,
    cast(null as decimal(38, 12)) as numerator,
    cast(null as decimal(38, 12)) as denominator,
    coalesce(judgement_resolved.verdict, 'unknown') as verdict,
    coalesce(judgement_resolved.reason, 'judgement_not_filed') as reason,
    '' as detail_zh,
    '' as detail_en,
    coalesce(judgement_resolved.evidence, '') as evidence,
    cast(null as integer) as units_in_scope,
    cast(null as integer) as units_failing,
    cast(null as integer) as units_unknown
from county_rule
left join judgement_resolved
    on judgement_resolved.year = county_rule.year
    and judgement_resolved.unit_code = county_rule.county_code
    and judgement_resolved.indicator = county_rule.indicator
    and judgement_resolved.part = county_rule.part
where county_rule.level = 'county' and county_rule.formula = 'judgement' and county_rule.not_applicable = ''
