-- grain: year, school_code, stage, indicator, department
-- inputs: remedy, indicator_office
-- clause: 抚顺县 2020 附件3 (offices for 31 items)
-- Who answers for what a school must add. The amount stands with the lead alone, so that sums count it once; the others are shown with nothing. Where a document names several
-- and no lead, or none at all, the amount stands with nobody: an empty department.

with led as (
    select county_code, indicator, department, department_en
    from indicator_office
    where role = 'lead'
    qualify row_number() over (partition by county_code, indicator order by position, department) = 1
),

counted as (
    select remedy.*, coalesce(led.department, '') as department, coalesce(led.department_en, '') as department_en, case when led.department is null then 'none' else 'lead' end as role
    from remedy
    left join led on led.county_code = remedy.county_code and led.indicator = remedy.indicator
),

involved as (
    select remedy.*, indicator_office.department, indicator_office.department_en, indicator_office.role
    from remedy
    join indicator_office on indicator_office.county_code = remedy.county_code and indicator_office.indicator = remedy.indicator
    left join led
        on led.county_code = indicator_office.county_code
        and led.indicator = indicator_office.indicator
        and led.department = indicator_office.department
    where led.department is null
)

select year, school_code, stage, indicator, department, department_en, county_code, role, true as counted, amount, unit, unit_en, cost
from counted
union all
select
    year, school_code, stage, indicator, department, department_en, county_code, role, false as counted,
    cast(0 as decimal(18, 6)) as amount, unit, unit_en, cast(0 as decimal(38, 2)) as cost
from involved
