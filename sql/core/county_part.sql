-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, county_from_stages, county_from_schools, county_ratio, county_judgement, county_monitoring, county_survey
-- Every part that was judged, formula by formula, and those that do not apply.

select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from county_from_stages
union all
select * from county_from_schools
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from county_ratio
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from county_judgement
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from county_monitoring
union all
select *, '' as exception, verdict as verdict_without_exceptions, verdict as verdict_with_exceptions from county_survey
union all
select
    year,
    county_code,
    stage,
    indicator,
    part,
    part as rule_part,
    cast(null as double) as value,
    cast(null as decimal(38, 12)) as numerator,
    cast(null as decimal(38, 12)) as denominator,
    'not_applicable' as verdict,
    not_applicable as reason,
    '' as detail_zh,
    '' as detail_en,
    '' as evidence,
    cast(null as integer) as units_in_scope,
    cast(null as integer) as units_failing,
    cast(null as integer) as units_unknown,
    '' as exception,
    'not_applicable' as verdict_without_exceptions,
    'not_applicable' as verdict_with_exceptions
from county_rule
where not_applicable <> ''
