-- grain: year, county_code
-- inputs: school, school_stage
-- What makes one county like another before anything is judged: how many pupils, how large its schools are, how many of the pupils go to school in towns proper. Where something of a
-- school is not known, neither is the trait.

with enrolled as (
    select
        school_stage.year,
        school_stage.county_code,
        school_stage.school_code,
        school.area,
        case when count(*) = count(school_stage.pupils) then sum(school_stage.pupils) end as pupils
    from school_stage
    join school on school.year = school_stage.year and school.school_code = school_stage.school_code
    where school_stage.stage in ('primary', 'junior')
    group by school_stage.year, school_stage.county_code, school_stage.school_code, school.area
),

summed as (
    select
        year,
        county_code,
        count(*) as schools,
        case when count(*) = count(pupils) then cast(sum(pupils) as decimal(18, 6)) end as pupils,
        case when count(*) = count(pupils) and count(*) = count(nullif(area, ''))
            then cast(coalesce(sum(pupils) filter (where area = 'urban'), 0) as decimal(18, 6)) end as urban_pupils
    from enrolled
    group by year, county_code
)

select
    year,
    county_code,
    cast(schools as integer) as schools,
    pupils,
    cast(cast(pupils as double) / schools as decimal(18, 6)) as school_size,
    cast(cast(urban_pupils as double) / nullif(cast(pupils as double), 0) as decimal(18, 6)) as urban_share
from summed
