-- grain: year, school_code, stage, grade
-- inputs: sound_grade, campus, school_stage, parameter
-- clause: method.md §9.1; §9a, 五四制
-- Pupils by grade of each school and stage, campuses added. Only where the grades add up to the pupils of the stage is it known that a grade that was not filed has none.

with choice as (
    select coalesce(bool_or(name = 'grade_system' and value = 'five_four'), false) as five_four
    from parameter
),

counted as (
    select
        sound_grade.year,
        campus.counted_with as school_code,
        case when choice.five_four and sound_grade.grade = '6' then 'junior' else sound_grade.stage end as stage,
        cast(sound_grade.grade as integer) as grade,
        case when count(sound_grade.grade_pupils) = count(*) then cast(sum(sound_grade.grade_pupils) as decimal(38, 12)) end as pupils
    from sound_grade
    join campus on campus.year = sound_grade.year and campus.school_code = sound_grade.school_code
    cross join choice
    group by all
),

whole as (
    select year, school_code, stage, case when count(pupils) = count(*) then sum(pupils) end as pupils
    from counted
    group by year, school_code, stage
)

select
    counted.year,
    counted.school_code,
    counted.stage,
    cast(counted.grade as integer) as grade,
    school_stage.county_code,
    cast(counted.pupils as decimal(18, 6)) as pupils,
    coalesce(whole.pupils = school_stage.pupils, false) as adds_up
from counted
join whole on whole.year = counted.year and whole.school_code = counted.school_code and whole.stage = counted.stage
join school_stage on school_stage.year = counted.year and school_stage.school_code = counted.school_code and school_stage.stage = counted.stage
