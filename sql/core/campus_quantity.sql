-- grain: year, school_code, stage, field
-- inputs: campus, filed_school, filed_stage, sound_quantity, rule_type_stage
-- What schools filed, their campuses' quantities added. A quantity that one of them did not file is missing: a campus left blank must not pass for an empty one;
-- nor is anything known of a sum that an error touches.

with member as (
    select campus.*, count(*) over (partition by campus.year, campus.counted_with) as members
    from campus
),

-- A stage has as many lines as there are members that filed it or are of a kind that has it.
taught as (
    select member.year, member.counted_with, member.school_code, rule_type_stage.stage
    from member
    join filed_school on filed_school.year = member.year and filed_school.school_code = member.school_code
    join rule_type_stage on rule_type_stage.school_type = filed_school.school_type
    where member.members > 1
    union
    select member.year, member.counted_with, member.school_code, filed_stage.stage
    from member
    join filed_stage on filed_stage.year = member.year and filed_stage.school_code = member.school_code
    where member.members > 1
),

due as (
    select year, counted_with, stage, count(*) as lines
    from taught
    group by year, counted_with, stage
    union all
    select distinct year, counted_with, 'all' as stage, members as lines
    from member
    where members > 1
),

merged as (
    select
        member.year,
        member.counted_with as school_code,
        sound_quantity.stage,
        sound_quantity.field,
        sound_quantity.dataset,
        case when count(sound_quantity.amount) = count(*) then cast(sum(sound_quantity.amount) as decimal(38, 12)) end as amount,
        min(sound_quantity.fault) as fault,
        count(*) as lines
    from member
    join sound_quantity on sound_quantity.year = member.year and sound_quantity.school_code = member.school_code
    where member.members > 1
    group by member.year, member.counted_with, sound_quantity.stage, sound_quantity.field, sound_quantity.dataset
)

select
    sound_quantity.year,
    sound_quantity.school_code,
    sound_quantity.stage,
    sound_quantity.field,
    sound_quantity.dataset,
    sound_quantity.amount,
    sound_quantity.fault
from sound_quantity
left join member on member.year = sound_quantity.year and member.school_code = sound_quantity.school_code
where coalesce(member.members, 1) = 1
union all
select merged.year, merged.school_code, merged.stage, merged.field, merged.dataset, merged.amount, merged.fault
from merged
join due
    on due.year = merged.year
    and due.counted_with = merged.school_code
    and due.stage = merged.stage
    and due.lines = merged.lines
