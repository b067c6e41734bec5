-- grain: year, school_code, exception
-- inputs: school, school_stage, campus, sound_quantity, sound_class, sound_class_band, rule_exception
-- clause: method.md §4.3
-- Which schools a dated exception holds for. All its conditions must be known to hold: what nobody filed grants nothing.

with class_rows as (
    select campus.year, campus.counted_with as school_code, sound_class.stage, sound_class.class_pupils as largest, sound_class.class_pupils as single_size, true as single
    from sound_class
    join campus on campus.year = sound_class.year and campus.school_code = sound_class.school_code
    union all
    select campus.year, campus.counted_with, sound_class_band.stage, sound_class_band.band_from, null, false
    from sound_class_band
    join campus on campus.year = sound_class_band.year and campus.school_code = sound_class_band.school_code
    where sound_class_band.band_classes > 0
),

seen as (
    select
        year,
        school_code,
        stage,
        max(largest) as largest,
        count(*) filter (where single) as singles,
        count(single_size) as sizes
    from class_rows
    group by year, school_code, stage
),

member as (
    select *, count(*) over (partition by year, counted_with) as members
    from campus
),

-- The largest number among a school and its campuses, where all of them filed it: neither years nor class sizes add up.
filed as (
    select
        member.year,
        member.counted_with as school_code,
        sound_quantity.stage,
        case when count(sound_quantity.amount) filter (where sound_quantity.field = 'largest_class') >= count(*) filter (where sound_quantity.field = 'pupils')
            then max(sound_quantity.amount) filter (where sound_quantity.field = 'largest_class')
        end as largest_class,
        sum(sound_quantity.amount) filter (where sound_quantity.field = 'migrant_pupils') as migrant_pupils,
        case when count(sound_quantity.amount) filter (where sound_quantity.field = 'year_built') = max(member.members)
            then max(sound_quantity.amount) filter (where sound_quantity.field = 'year_built')
        end as year_built
    from sound_quantity
    join member on member.year = sound_quantity.year and member.school_code = sound_quantity.school_code
    where sound_quantity.field in ('pupils', 'largest_class', 'migrant_pupils', 'year_built')
    group by member.year, member.counted_with, sound_quantity.stage
),

taught as (
    select
        school_stage.year,
        school_stage.school_code,
        school_stage.pupils,
        filed.migrant_pupils,
        -- Said by the school or shown by all its classes; a class that is larger than what is said counts.
        case when filed.largest_class is not null or (seen.singles >= school_stage.classes and seen.sizes = seen.singles)
            then greatest(filed.largest_class, seen.largest)
        end as largest_class
    from school_stage
    left join filed
        on filed.year = school_stage.year and filed.school_code = school_stage.school_code and filed.stage = school_stage.stage
    left join seen
        on seen.year = school_stage.year and seen.school_code = school_stage.school_code and seen.stage = school_stage.stage
    where school_stage.stage in ('primary', 'junior') and coalesce(school_stage.pupils <> 0, true)
),

facts as (
    select
        year,
        school_code,
        case when count(pupils) = count(*) then sum(pupils) end as pupils,
        case when count(migrant_pupils) = count(*) then sum(migrant_pupils) end as migrant_pupils,
        case when count(largest_class) = count(*) then max(largest_class) end as largest_class
    from taught
    group by year, school_code
)

select
    school.year,
    school.school_code,
    rule_exception.exception,
    school.county_code,
    rule_exception.indicator
from school
join facts on facts.year = school.year and facts.school_code = school.school_code
left join filed as built on built.year = school.year and built.school_code = school.school_code and built.stage = 'all'
join rule_exception
    on school.year >= rule_exception.valid_from
    and school.year <= coalesce(rule_exception.valid_to, school.year)
    and (rule_exception.area is null or school.area = rule_exception.area)
    and (rule_exception.inner_city is null or school.inner_city = rule_exception.inner_city)
    and (rule_exception.built_by is null or built.year_built <= rule_exception.built_by)
    and (rule_exception.pupils_at_least is null or facts.pupils >= rule_exception.pupils_at_least)
    and (rule_exception.pupils_below is null or facts.pupils < rule_exception.pupils_below)
    and (rule_exception.largest_class_below is null or facts.largest_class < rule_exception.largest_class_below)
    and (
        rule_exception.migrant_share_over is null
        or (
            facts.pupils > 0
            and facts.migrant_pupils <= facts.pupils
            and 100 * facts.migrant_pupils > cast(rule_exception.migrant_share_over * facts.pupils as decimal(38, 12))
        )
    )
