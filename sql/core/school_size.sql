-- grain: year, school_code, stage, indicator, part
-- inputs: school, school_scope, school_stage, rule_part, rule_type_threshold, parameter
-- clause: 所有小学、初中规模不超过 2000 人，九年一贯制学校、十二年一贯制学校义务教育阶段规模不超过 2500 人 (抚顺县 2020)
-- Pupils of the compulsory stages against the cap of the kind of school. A stage nobody filed leaves it unknown, unless the rest is over already.

with choice as (
    select coalesce(bool_or(name = 'rooms_and_size_in_complete_secondary' and value = 'whole'), false) as whole
    from parameter
),

counted as (
    select
        school_scope.year,
        school_scope.school_code,
        school_scope.stage,
        school_scope.indicator,
        school_scope.county_code,
        rule_part.part,
        coalesce(rule_type_threshold.threshold, rule_part.threshold) as threshold,
        count(*) filter (where school_stage.pupils is null) as missing,
        cast(coalesce(sum(school_stage.pupils), 0) as decimal(38, 12)) as pupils
    from school_scope
    join rule_part
        on rule_part.indicator = school_scope.indicator
        and rule_part.stage = school_scope.stage
        and rule_part.level = 'school'
        and rule_part.formula = 'count_over'
    join school on school.year = school_scope.year and school.school_code = school_scope.school_code
    cross join choice
    join school_stage
        on school_stage.year = school_scope.year
        and school_stage.school_code = school_scope.school_code
        and (
            school_stage.stage in ('primary', 'junior')
            or (school_stage.stage = 'senior' and choice.whole and school.school_type = 'complete_secondary_school')
        )
    left join rule_type_threshold
        on rule_type_threshold.indicator = rule_part.indicator
        and rule_type_threshold.part = rule_part.part
        and rule_type_threshold.school_type = school.school_type
    where school_scope.in_scope
    group by all
),

judged as (
    select
        *,
        case
            when threshold is null then 'threshold_unknown'
            when pupils > threshold then 'over_the_cap'
            when missing > 0 then 'pupils_not_filed'
            else ''
        end as outcome
    from counted
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    county_code,
    school_code as unit_code,
    case when missing = 0 then cast(pupils as double) end as value,
    case when missing = 0 then pupils end as numerator,
    cast(null as decimal(38, 12)) as denominator,
    threshold,
    case outcome when '' then 'met' when 'over_the_cap' then 'not_met' else 'unknown' end as verdict,
    outcome as reason,
    '' as evidence
from judged
