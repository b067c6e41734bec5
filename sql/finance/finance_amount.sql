-- grain: year, county_code, measure
-- inputs: finance_term, county_as_now, sound_county_quantity, school_stage, register_aside, field
-- clause: 三个增长, 两个只增不减; method.md §9a
-- The money a county's duties are measured by, each as a numerator and perhaps a denominator. Where one of them was not filed there is no amount, and its name stands beside.

-- Pupils of primary and junior stages, known only when every school's are.
with enrolled as (
    select
        school_stage.year,
        school_stage.county_code,
        case when count(*) = count(school_stage.pupils) and not bool_or(register_aside.rows_aside is not null)
            then cast(sum(school_stage.pupils) as decimal(38, 12)) end as pupils
    from school_stage
    left join register_aside on register_aside.year = school_stage.year and register_aside.county_code = school_stage.county_code
    where school_stage.stage in ('primary', 'junior')
    group by school_stage.year, school_stage.county_code
),

known as (
    select year, county_code, field, amount, fault is not null as faulty, concat(file, ' ', columns, row) as cell
    from sound_county_quantity
    union all
    select year, county_code, 'pupils', pupils, false, ''
    from enrolled
),

term as (
    select
        county_as_now.year,
        county_as_now.county_code,
        finance_term.measure,
        finance_term.role,
        finance_term.field,
        coalesce(field.zh, finance_term.field) as field_zh,
        -- Without what the catalog says of its use.
        regexp_replace(coalesce(field.en, finance_term.field), ' \([^)]*\)$', '') as field_en,
        known.amount,
        coalesce(known.faulty, false) as faulty,
        nullif(known.cell, '') as cell
    from county_as_now
    cross join finance_term
    left join field on field.field = finance_term.field
    left join known on known.year = county_as_now.year and known.county_code = county_as_now.county_code and known.field = finance_term.field
)

select
    year,
    county_code,
    measure,
    case when count(*) = count(amount) then cast(sum(amount) filter (where role = 'numerator') as decimal(38, 6)) end as numerator,
    case when count(*) = count(amount) then coalesce(cast(sum(amount) filter (where role = 'denominator') as decimal(38, 6)), 1) end as denominator,
    bool_or(faulty) as faulty,
    coalesce(string_agg(field_zh, '、' order by role desc, field) filter (where amount is null), '') as missing_zh,
    coalesce(string_agg(field_en, ', ' order by role desc, field) filter (where amount is null), '') as missing_en,
    coalesce(string_agg(cell, '; ' order by role desc, field) filter (where amount is not null), '') as evidence
from term
group by year, county_code, measure
