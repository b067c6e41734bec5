-- grain: year, school_code, stage, indicator, department
-- inputs: remedy, rule_department
-- clause: the pack's own list of departments (抚顺县 2020 附件3 for 31 items); never another document's
-- Who answers for what a school must add. The amount stands with the lead alone, so that sums count it once; the others are shown with nothing. Where a document names several
-- and no lead, or none at all, the amount stands with nobody: an empty department.

with led as (
    select indicator, department
    from rule_department
    where role = 'lead'
    qualify row_number() over (partition by indicator order by position) = 1
),

counted as (
    select remedy.*, coalesce(led.department, '') as department, case when led.department is null then 'none' else 'lead' end as role
    from remedy
    left join led on led.indicator = remedy.indicator
),

involved as (
    select remedy.*, rule_department.department, rule_department.role
    from remedy
    join rule_department on rule_department.indicator = remedy.indicator
    left join led on led.indicator = rule_department.indicator and led.department = rule_department.department
    where led.department is null
)

select year, school_code, stage, indicator, department, county_code, role, true as counted, amount, unit, unit_en, cost
from counted
union all
select
    year, school_code, stage, indicator, department, county_code, role, false as counted,
    cast(0 as decimal(18, 6)) as amount, unit, unit_en, cast(0 as decimal(38, 2)) as cost
from involved
