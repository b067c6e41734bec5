-- grain: year, school_code, stage, indicator, part
-- inputs: school, school_scope, school_stage, rule_part, rule_type_threshold, exception_threshold, parameter
-- clause: 所有小学、初中规模不超过 2000 人，九年一贯制学校、十二年一贯制学校义务教育阶段规模不超过 2500 人 (抚顺县 2020)
-- Pupils of the compulsory stages against the cap of the kind of school. A stage nobody filed leaves it unknown, unless the rest is over already.

with choice as (
    select
        coalesce(bool_or(name = 'rooms_and_size_in_complete_secondary' and value = 'whole'), false) as whole,
        coalesce(bool_or(name = 'exceptions' and value <> 'off'), false) as excepted
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
        exception_threshold.largest as threshold_excepted,
        coalesce(exception_threshold.exceptions, '') as exception,
        choice.excepted,
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
    left join exception_threshold
        on exception_threshold.year = school_scope.year
        and exception_threshold.school_code = school_scope.school_code
        and exception_threshold.indicator = rule_part.indicator
        and exception_threshold.part = rule_part.part
    where school_scope.in_scope
    group by all
),

-- By the ordinary cap, and by that of the school's exceptions.
reading as (
    select *, false as by_exception, threshold as cap from counted
    union all
    select *, true as by_exception, case when threshold is not null then greatest(threshold, threshold_excepted) end as cap from counted
),

outcome as (
    select
        *,
        case
            when cap is null then 'threshold_unknown'
            when pupils > cap then 'over_the_cap'
            when missing > 0 then 'pupils_not_filed'
            else ''
        end as outcome,
        case outcome when '' then 'met' when 'over_the_cap' then 'not_met' else 'unknown' end as verdict
    from reading
),

judged as (
    select
        *,
        max(verdict) filter (where not by_exception) over same_part as verdict_without_exceptions,
        max(verdict) filter (where by_exception) over same_part as verdict_with_exceptions
    from outcome
    window same_part as (partition by year, school_code, stage, indicator, part)
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
    cap as threshold,
    verdict,
    outcome as reason,
    '' as evidence,
    exception,
    verdict_without_exceptions,
    verdict_with_exceptions
from judged
where by_exception = excepted
