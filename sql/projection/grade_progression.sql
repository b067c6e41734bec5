-- grain: origin, school_code, stage, grade
-- inputs: school_grade
-- clause: method.md §9.1: Gk(t) = pk · Gk−1(t−1); docs/method/projection.md
-- How a grade follows from the one below it a year before: the median of the school's own ratios in the six years up to the origin or, where there are fewer than two or a cohort
-- has under ten pupils, of the county's. A grade that a school never had stays empty; one that never had a grade below it in the school is entered from outside.

with whole as (
    select distinct year, school_code, stage, county_code
    from school_grade
    where adds_up
),

offered as (
    select distinct county_code, stage, grade
    from school_grade
    where pupils > 0
),

-- Where the grades add up, one that was not filed has nobody.
counted as (
    select whole.year, whole.school_code, whole.stage, whole.county_code, offered.grade, coalesce(school_grade.pupils, 0) as pupils
    from whole
    join offered on offered.county_code = whole.county_code and offered.stage = whole.stage
    left join school_grade
        on school_grade.year = whole.year
        and school_grade.school_code = whole.school_code
        and school_grade.stage = whole.stage
        and school_grade.grade = offered.grade
),

origin as (
    select distinct year as origin
    from school_grade
    where year >= (select max(year) from school_grade) - 4
),

step as (
    select origin.origin, now.county_code, now.school_code, now.stage, now.grade, now.year, now.pupils, before.pupils as pupils_before
    from origin
    join counted as now on now.year between origin.origin - 4 and origin.origin
    join counted as before
        on before.year = now.year - 1
        and before.school_code = now.school_code
        and before.stage = now.stage
        and before.grade = now.grade - 1
),

own as (
    select
        origin,
        school_code,
        stage,
        grade,
        median(cast(pupils as double) / cast(pupils_before as double)) filter (where pupils_before > 0) as ratio,
        count(*) filter (where pupils_before > 0) as ratios,
        min(pupils_before) filter (where pupils_before > 0) as smallest,
        max(pupils) as most
    from step
    group by origin, school_code, stage, grade
),

pooled_year as (
    select origin, county_code, stage, grade, year, cast(sum(pupils) as double) / cast(sum(pupils_before) as double) as ratio
    from step
    group by origin, county_code, stage, grade, year
    having sum(pupils_before) > 0
),

pooled as (
    select origin, county_code, stage, grade, median(ratio) as ratio, count(*) as ratios
    from pooled_year
    group by origin, county_code, stage, grade
),

standing as (
    select origin.origin, counted.county_code, counted.school_code, counted.stage, counted.grade, counted.pupils, before.pupils as pupils_before
    from origin
    join counted on counted.year = origin.origin
    left join counted as before
        on before.year = counted.year
        and before.school_code = counted.school_code
        and before.stage = counted.stage
        and before.grade = counted.grade - 1
),

told as (
    select
        standing.*,
        standing.pupils_before is null
            or (standing.pupils_before = 0 and standing.pupils > 0 and coalesce(own.ratios, 0) = 0) as entered,
        case
            when own.ratios > 0 and own.most = 0 then 'school'
            when own.ratios >= 2 and own.smallest >= 10 then 'school'
            when pooled.ratios >= 2 then 'county'
            else ''
        end as basis,
        own.ratio as own_ratio,
        pooled.ratio as pooled_ratio,
        coalesce(own.ratios, 0) as own_ratios,
        coalesce(pooled.ratios, 0) as pooled_ratios
    from standing
    left join own
        on own.origin = standing.origin
        and own.school_code = standing.school_code
        and own.stage = standing.stage
        and own.grade = standing.grade
    left join pooled
        on pooled.origin = standing.origin
        and pooled.county_code = standing.county_code
        and pooled.stage = standing.stage
        and pooled.grade = standing.grade
)

select
    cast(origin as integer) as origin,
    school_code,
    stage,
    grade,
    county_code,
    cast(pupils as decimal(18, 6)) as pupils,
    entered,
    case when entered then null when basis = 'school' then own_ratio when basis = 'county' then pooled_ratio end as ratio,
    case when entered then '' else basis end as basis,
    cast(case when entered then 0 when basis = 'school' then own_ratios else pooled_ratios end as integer) as ratios
from told
