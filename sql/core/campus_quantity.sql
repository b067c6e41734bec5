-- grain: year, school_code, stage, field
-- inputs: campus, filed_school, filed_stage, filed_quantity, rule_type_stage
-- What schools filed, their campuses' quantities added. A quantity that one of them did not file is missing: a campus left blank must not pass for an empty one.

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
        filed_quantity.stage,
        filed_quantity.field,
        filed_quantity.dataset,
        cast(sum(filed_quantity.amount) as decimal(38, 12)) as amount,
        count(*) as lines
    from member
    join filed_quantity on filed_quantity.year = member.year and filed_quantity.school_code = member.school_code
    where member.members > 1
    group by member.year, member.counted_with, filed_quantity.stage, filed_quantity.field, filed_quantity.dataset
)

select filed_quantity.year, filed_quantity.school_code, filed_quantity.stage, filed_quantity.field, filed_quantity.dataset, filed_quantity.amount
from filed_quantity
left join member on member.year = filed_quantity.year and member.school_code = filed_quantity.school_code
where coalesce(member.members, 1) = 1
union all
select merged.year, merged.school_code, merged.stage, merged.field, merged.dataset, merged.amount
from merged
join due
    on due.year = merged.year
    and due.counted_with = merged.school_code
    and due.stage = merged.stage
    and due.lines = merged.lines
