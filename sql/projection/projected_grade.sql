-- grain: origin, school_code, stage, grade, year
-- inputs: grade_progression, school_grade, school_stage
-- clause: method.md §9.1: J1(t) = p7 · G6(t−1); docs/method/projection.md
-- Pupils by grade one and two years after an origin: cohorts move up by their ratios; the first grade of junior school takes the county's leavers of primary school, each school its
-- share of now; whatever else is entered from outside changes by the median of all its rates of change. A school-stage of which one grade cannot be told is left out whole.

with moved as (
    select now.origin, now.school_code, now.stage, now.grade, now.county_code, now.ratio, now.ratio * cast(before.pupils as double) as pupils
    from grade_progression as now
    join grade_progression as before
        on before.origin = now.origin
        and before.school_code = now.school_code
        and before.stage = now.stage
        and before.grade = now.grade - 1
    where not now.entered
),

entry as (
    select origin, school_code, stage, grade, county_code, cast(pupils as double) as pupils
    from grade_progression
    where entered
),

rate as (
    select
        entry.origin,
        entry.school_code,
        entry.stage,
        entry.grade,
        median((ln(cast(later.pupils as double)) - ln(cast(earlier.pupils as double))) / (later.year - earlier.year)) as rate
    from entry
    join school_grade as later
        on later.school_code = entry.school_code
        and later.stage = entry.stage
        and later.grade = entry.grade
        and later.year between entry.origin - 5 and entry.origin
    join school_grade as earlier
        on earlier.school_code = later.school_code
        and earlier.stage = later.stage
        and earlier.grade = later.grade
        and earlier.year between entry.origin - 5 and later.year - 1
    where later.adds_up and earlier.adds_up and later.pupils > 0 and earlier.pupils > 0
    group by entry.origin, entry.school_code, entry.stage, entry.grade
),

-- A county's stage of which every school's grades add up.
complete as (
    select school_stage.year, school_stage.county_code, school_stage.stage
    from school_stage
    left join (select distinct year, school_code, stage from school_grade where adds_up) as whole
        on whole.year = school_stage.year and whole.school_code = school_stage.school_code and whole.stage = school_stage.stage
    where school_stage.stage in ('primary', 'junior') and coalesce(school_stage.pupils > 0, true)
    group by school_stage.year, school_stage.county_code, school_stage.stage
    having count(*) = count(whole.school_code)
),

passage as (
    select county_code, min(grade) filter (where stage = 'junior' and grade >= 6) as first_of_junior
    from school_grade
    where pupils > 0
    group by county_code
),

county_grade as (
    select school_grade.year, school_grade.county_code, school_grade.stage, school_grade.grade, sum(school_grade.pupils) as pupils
    from school_grade
    join complete on complete.year = school_grade.year and complete.county_code = school_grade.county_code and complete.stage = school_grade.stage
    group by school_grade.year, school_grade.county_code, school_grade.stage, school_grade.grade
),

origin as (
    select distinct origin, county_code
    from grade_progression
),

intake as (
    select origin.origin, origin.county_code, passage.first_of_junior, median(cast(entrants.pupils as double) / cast(leavers.pupils as double)) as ratio
    from origin
    join passage on passage.county_code = origin.county_code
    join county_grade as entrants
        on entrants.county_code = origin.county_code
        and entrants.stage = 'junior'
        and entrants.grade = passage.first_of_junior
        and entrants.year between origin.origin - 4 and origin.origin
    join county_grade as leavers
        on leavers.county_code = origin.county_code
        and leavers.stage = 'primary'
        and leavers.grade = passage.first_of_junior - 1
        and leavers.year = entrants.year - 1
    where leavers.pupils > 0
    group by origin.origin, origin.county_code, passage.first_of_junior
    having count(*) >= 2
),

-- Who leaves primary school at the origin and a year later; nothing where a school's cannot be told, or comes from outside into the last grade.
leaving as (
    select intake.origin, intake.county_code, 1 as years, cast(county_grade.pupils as double) as pupils
    from intake
    join county_grade
        on county_grade.county_code = intake.county_code
        and county_grade.stage = 'primary'
        and county_grade.grade = intake.first_of_junior - 1
        and county_grade.year = intake.origin
    union all
    select intake.origin, intake.county_code, 2, cast(case when count(moved.pupils) = count(*) then sum(cast(moved.pupils as decimal(38, 9))) end as double)
    from intake
    join complete on complete.year = intake.origin and complete.county_code = intake.county_code and complete.stage = 'primary'
    join grade_progression as last
        on last.origin = intake.origin
        and last.county_code = intake.county_code
        and last.stage = 'primary'
        and last.grade = intake.first_of_junior - 1
    left join moved
        on moved.origin = last.origin
        and moved.school_code = last.school_code
        and moved.stage = last.stage
        and moved.grade = last.grade
    group by intake.origin, intake.county_code
),

taken as (
    select entry.origin, entry.school_code, entry.grade, leaving.years, intake.ratio * leaving.pupils * entry.pupils / cast(now.pupils as double) as pupils
    from entry
    join intake on intake.origin = entry.origin and intake.county_code = entry.county_code and intake.first_of_junior = entry.grade
    join county_grade as now
        on now.year = entry.origin
        and now.county_code = entry.county_code
        and now.stage = 'junior'
        and now.grade = entry.grade
    join leaving on leaving.origin = entry.origin and leaving.county_code = entry.county_code
    where entry.stage = 'junior' and now.pupils > 0
),

entrants as (
    select
        entry.origin,
        entry.school_code,
        entry.stage,
        entry.grade,
        ahead.years,
        coalesce(taken.pupils, entry.pupils * exp(ahead.years * coalesce(rate.rate, 0))) as pupils,
        case when taken.pupils is not null then 'leavers' else 'entrants' end as basis
    from entry
    cross join (values (1), (2)) as ahead (years)
    left join rate
        on rate.origin = entry.origin and rate.school_code = entry.school_code and rate.stage = entry.stage and rate.grade = entry.grade
    left join taken
        on entry.stage = 'junior' and taken.origin = entry.origin and taken.school_code = entry.school_code and taken.grade = entry.grade and taken.years = ahead.years
),

next as (
    select origin, school_code, stage, grade, pupils, basis from entrants where years = 1
    union all
    select origin, school_code, stage, grade, pupils, 'progression' from moved
),

ahead as (
    select *, 1 as years from next
    union all
    select origin, school_code, stage, grade, pupils, basis, 2 from entrants where years = 2
    union all
    select moved.origin, moved.school_code, moved.stage, moved.grade, moved.ratio * next.pupils, 'progression', 2
    from moved
    join next
        on next.origin = moved.origin
        and next.school_code = moved.school_code
        and next.stage = moved.stage
        and next.grade = moved.grade - 1
)

select
    origin,
    school_code,
    stage,
    grade,
    cast(origin + years as integer) as year,
    cast(round(pupils, 6) as decimal(18, 6)) as pupils,
    basis
from ahead
window stage_of_school as (partition by origin, school_code, stage)
qualify count(pupils) over stage_of_school = count(*) over stage_of_school
