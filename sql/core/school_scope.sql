-- grain: year, school_code, stage, indicator
-- inputs: school, school_stage, rule, rule_part, rule_scope
-- Which school-stages an indicator counts, and why not; stage `all` is a school as a whole. A condition on what nobody filed excludes no one: missing must not help.

with compulsory as (
    select *
    from school_stage
    where stage in ('primary', 'junior')
),

-- A school whose compulsory stages are all filed as empty has none.
compulsory_school as (
    select year, school_code, county_code, case when count(pupils) = count(*) then sum(pupils) end as pupils
    from compulsory
    group by year, school_code, county_code
),

candidate as (
    select
        school_stage.year,
        school_stage.school_code,
        school_stage.stage,
        school_stage.county_code,
        school_stage.pupils,
        rule.indicator,
        rule.scope
    from school_stage
    join rule
        on rule.stage = school_stage.stage
        and rule.part = ''
        and school_stage.year >= coalesce(rule.valid_from, school_stage.year)
        and school_stage.year <= coalesce(rule.valid_to, school_stage.year)
    union
    select
        compulsory.year,
        compulsory.school_code,
        compulsory.stage,
        compulsory.county_code,
        compulsory.pupils,
        rule_part.indicator,
        rule_part.scope
    from compulsory
    join rule_part
        on (rule_part.level = 'class' or (rule_part.level = 'county' and rule_part.from_schools))
        and rule_part.stage in ('all', compulsory.stage)
        and compulsory.year >= coalesce(rule_part.valid_from, compulsory.year)
        and compulsory.year <= coalesce(rule_part.valid_to, compulsory.year)
    union
    select
        compulsory_school.year,
        compulsory_school.school_code,
        'all' as stage,
        compulsory_school.county_code,
        compulsory_school.pupils,
        rule_part.indicator,
        rule_part.scope
    from compulsory_school
    join rule_part
        on rule_part.level in ('school', 'budget_unit')
        and compulsory_school.year >= coalesce(rule_part.valid_from, compulsory_school.year)
        and compulsory_school.year <= coalesce(rule_part.valid_to, compulsory_school.year)
),

-- Of the stages the pack judges: children of an attached kindergarten make no teaching point larger.
whole_school as (
    select year, school_code, case when count(pupils) = count(*) then sum(pupils) end as pupils
    from school_stage
    where stage in (select stage from rule)
    group by year, school_code
),

excluded as (
    select
        candidate.year,
        candidate.school_code,
        candidate.stage,
        candidate.indicator,
        min(rule_scope.position) as position
    from candidate
    join school on school.year = candidate.year and school.school_code = candidate.school_code
    join whole_school on whole_school.year = candidate.year and whole_school.school_code = candidate.school_code
    join rule_scope
        on rule_scope.scope = candidate.scope
        and (rule_scope.school_type is null or rule_scope.school_type = school.school_type)
        and (rule_scope.area is null or rule_scope.area = school.area)
        and (rule_scope.founder is null or rule_scope.founder = school.founder)
        and (rule_scope.boarding is null or rule_scope.boarding = school.boarding)
        and (rule_scope.village is null or rule_scope.village = school.village)
        and (rule_scope.grades_complete is null or rule_scope.grades_complete = school.grades_complete)
        and (rule_scope.pupils_below is null or whole_school.pupils < rule_scope.pupils_below)
        and (rule_scope.pupils_at_least is null or whole_school.pupils >= rule_scope.pupils_at_least)
    group by candidate.year, candidate.school_code, candidate.stage, candidate.indicator
)

select
    candidate.year,
    candidate.school_code,
    candidate.stage,
    candidate.indicator,
    candidate.county_code,
    excluded.position is null and coalesce(candidate.pupils <> 0, true) as in_scope,
    case
        when excluded.position is not null then rule_scope.reason_zh
        when candidate.pupils = 0 then '该学段在校生为0，视为未设该学段'
        else ''
    end as reason,
    case
        when excluded.position is not null then rule_scope.reason_en
        when candidate.pupils = 0 then 'Filed with 0 pupils: the school has no such stage'
        else ''
    end as reason_en
from candidate
left join excluded
    on excluded.year = candidate.year
    and excluded.school_code = candidate.school_code
    and excluded.stage = candidate.stage
    and excluded.indicator = candidate.indicator
left join rule_scope on rule_scope.scope = candidate.scope and rule_scope.position = excluded.position
