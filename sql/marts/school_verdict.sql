-- grain: year, school_code, stage
-- inputs: school, school_indicator, rule_school, rule
-- clause: 上述七项指标每所学校至少要有6项指标达到要求,余项不能低于要求的85% (抚顺县 2020)
-- 6 of 7 is its own rule: one indicator below the floor or two near it fail a school whatever else is missing; it passes only when every indicator is known.

with tally as (
    select
        school_indicator.year,
        school_indicator.school_code,
        school_indicator.stage,
        school_indicator.county_code,
        count(*) filter (where school_indicator.band = 'meets') as meets_count,
        count(*) filter (where school_indicator.band = 'near') as near_count,
        count(*) filter (where school_indicator.band = 'below') as below_count,
        count(*) filter (where school_indicator.band is null) as unknown_count,
        count(*) filter (where school_indicator.band_without_exceptions = 'meets') as meets_without,
        count(*) filter (where school_indicator.band_without_exceptions = 'near') as near_without,
        count(*) filter (where school_indicator.band_without_exceptions = 'below') as below_without,
        count(*) filter (where school_indicator.band_with_exceptions = 'meets') as meets_with,
        count(*) filter (where school_indicator.band_with_exceptions = 'near') as near_with,
        count(*) filter (where school_indicator.band_with_exceptions = 'below') as below_with
    from school_indicator
    join rule
        on rule.indicator = school_indicator.indicator
        and rule.part = school_indicator.part
        and rule.stage = school_indicator.stage
    where rule.dimension = 'resource' and rule.level = 'school_stage' and school_indicator.part = ''
    group by school_indicator.year, school_indicator.school_code, school_indicator.stage, school_indicator.county_code
)

select
    tally.year,
    tally.school_code,
    tally.stage,
    tally.county_code,
    cast(tally.meets_count as integer) as meets_count,
    cast(tally.near_count as integer) as near_count,
    cast(tally.below_count as integer) as below_count,
    cast(tally.unknown_count as integer) as unknown_count,
    case
        when tally.below_count >= 1 or tally.near_count > rule_school.of - rule_school.need then 'not_met'
        when tally.meets_count >= rule_school.need and tally.meets_count + tally.near_count = rule_school.of then 'met'
        else 'unknown'
    end as verdict,
    case
        when tally.below_without >= 1 or tally.near_without > rule_school.of - rule_school.need then 'not_met'
        when tally.meets_without >= rule_school.need and tally.meets_without + tally.near_without = rule_school.of then 'met'
        else 'unknown'
    end as verdict_without_exceptions,
    case
        when tally.below_with >= 1 or tally.near_with > rule_school.of - rule_school.need then 'not_met'
        when tally.meets_with >= rule_school.need and tally.meets_with + tally.near_with = rule_school.of then 'met'
        else 'unknown'
    end as verdict_with_exceptions,
    -- No rule was found for a school that lacks grades: it is judged as it is, and said to be one.
    case when school.grades_complete = 'no' then 'grades_incomplete' else '' end as flags
from tally
cross join rule_school
join school on school.year = tally.year and school.school_code = tally.school_code
