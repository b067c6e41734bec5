-- grain: year, school_code, stage, field
-- inputs: campus_quantity, filed_stage, parameter
-- clause: method.md §9a, 五四制
-- What is counted of each school. Where junior school has four years, the pupils and classes of grade 6 move from primary to junior. Who of the teachers taught them nobody files:
-- what else the two stages filed is then missing, as are pupils where those of grade 6 were not filed.

with choice as (
    select coalesce(bool_or(name = 'grade_system' and value = 'five_four'), false) as five_four
    from parameter
),

moving as (
    select distinct filed_stage.year, filed_stage.school_code
    from filed_stage
    cross join choice
    where filed_stage.stage = 'primary' and choice.five_four
),

-- The whole and the part of grade 6, side by side.
counted as (
    select
        moving.year,
        moving.school_code,
        named.field,
        max(campus_quantity.amount) filter (where campus_quantity.stage = 'primary' and campus_quantity.field = named.field) as primary_amount,
        max(campus_quantity.amount) filter (where campus_quantity.stage = 'primary' and campus_quantity.field = named.field || '_grade_6') as grade_6,
        max(campus_quantity.amount) filter (where campus_quantity.stage = 'junior' and campus_quantity.field = named.field) as junior_amount
    from moving
    cross join (values ('pupils'), ('classes')) as named (field)
    left join campus_quantity on campus_quantity.year = moving.year and campus_quantity.school_code = moving.school_code
    group by moving.year, moving.school_code, named.field
),

moved as (
    select
        counted.*,
        filed_stage.school_code is not null as has_junior
    from counted
    left join filed_stage
        on filed_stage.year = counted.year and filed_stage.school_code = counted.school_code and filed_stage.stage = 'junior'
),

mixed as (
    select year, school_code
    from moved
    where field = 'pupils' and coalesce(grade_6 > 0, true)
)

select campus_quantity.year, campus_quantity.school_code, campus_quantity.stage, campus_quantity.field, campus_quantity.amount, campus_quantity.fault, false as moved
from campus_quantity
left join moving on moving.year = campus_quantity.year and moving.school_code = campus_quantity.school_code
left join mixed on mixed.year = campus_quantity.year and mixed.school_code = campus_quantity.school_code
where moving.school_code is null
    or campus_quantity.stage not in ('primary', 'junior')
    or (mixed.school_code is null and campus_quantity.field not in ('pupils', 'classes'))
union all
select year, school_code, 'primary', field, cast(primary_amount - grade_6 as decimal(38, 12)), null, true
from moved
where primary_amount is not null and grade_6 is not null
union all
select year, school_code, 'junior', field, cast(coalesce(junior_amount, 0) + grade_6 as decimal(38, 12)), null, true
from moved
where grade_6 is not null and (junior_amount is not null or (grade_6 > 0 and not has_junior))
