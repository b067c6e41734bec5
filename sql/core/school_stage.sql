-- grain: year, school_code, stage
-- inputs: school, campus, filed_stage, school_quantity, rule_type_stage
-- A stage is registered when the kind of school has it or when it was filed: a school that files nothing stays in the count.

with registered as (
    select school.year, school.school_code, expected.stage, true as expected
    from school
    join rule_type_stage as expected on expected.school_type = school.school_type
    union all
    select campus.year, campus.counted_with, filed_stage.stage, false as expected
    from filed_stage
    join campus on campus.year = filed_stage.year and campus.school_code = filed_stage.school_code
    union all
    select year, school_code, stage, false as expected
    from school_quantity
    where field = 'pupils'
),

stages as (
    select year, school_code, stage, bool_or(expected) as expected, bool_or(not expected) as filed
    from registered
    group by year, school_code, stage
),

counts as (
    select
        year,
        school_code,
        stage,
        max(amount) filter (where field = 'pupils') as pupils,
        max(amount) filter (where field = 'classes') as classes
    from school_quantity
    where field in ('pupils', 'classes')
    group by year, school_code, stage
)

select
    stages.year,
    stages.school_code,
    stages.stage,
    school.county_code,
    cast(counts.pupils as decimal(18, 6)) as pupils,
    cast(counts.classes as decimal(18, 6)) as classes,
    stages.expected,
    stages.filed
from stages
join school on school.year = stages.year and school.school_code = stages.school_code
left join counts
    on counts.year = stages.year and counts.school_code = stages.school_code and counts.stage = stages.stage
