-- grain: check_name, year, unit_code, stage, subject, field
-- inputs: filed_school, filed_lineage, county_as_now, check_rule
-- clause: method.md §6.4, school in one file missing in another
-- Schools that come or go between two years that both have a register of their county, under whatever code. One that went stands in last year's file: there is no cell of this year to point to.
-- Whoever came or went as the filed lineage says is no surprise.

with registered as (
    select filed_school.*, county_as_now.county_code_now
    from filed_school
    join county_as_now on county_as_now.year = filed_school.year and county_as_now.county_code = filed_school.county_code
),

county_year as (
    select distinct year, county_code_now from registered
),

told as (
    select year, school_code, 'appeared' as kind from filed_lineage where event not in ('closed', 'renamed')
    union
    select year, school_code, 'vanished' from filed_lineage where event in ('closed', 'moved')
    union
    select year, predecessor_code, 'vanished' from filed_lineage where event <> 'renamed' and predecessor_code is not null
),

changed as (
    select 'vanished' as kind, school.year + 1 as seen_in, school.*
    from registered as school
    join county_year on county_year.year = school.year + 1 and county_year.county_code_now = school.county_code_now
    left join filed_school as later on later.year = school.year + 1 and later.school_code = school.school_code
    where later.school_code is null
    union all
    select 'appeared' as kind, school.year as seen_in, school.*
    from registered as school
    join county_year on county_year.year = school.year - 1 and county_year.county_code_now = school.county_code_now
    left join filed_school as earlier on earlier.year = school.year - 1 and earlier.school_code = school.school_code
    where earlier.school_code is null
)

select
    check_rule.check_name,
    changed.seen_in as year,
    changed.school_code as unit_code,
    'all' as stage,
    '' as subject,
    'school_code' as field,
    changed.county_code,
    changed.school_name as unit_name,
    'school' as dataset,
    changed.file,
    changed.sheet,
    changed.row,
    '' as columns,
    cast(null as double) as value,
    concat(changed.school_code, case changed.kind when 'vanished' then ' 上年登记，今年没有' else ' 今年登记，上年没有' end) as detail_zh,
    concat(changed.school_code, case changed.kind when 'vanished' then ' is in last year''s register and not in this one' else ' is in this register and not in last year''s' end) as detail_en
from changed
join check_rule on check_rule.kind = changed.kind
left join told on told.year = changed.seen_in and told.school_code = changed.school_code and told.kind = changed.kind
where told.school_code is null
