-- grain: year, dataset, unit_code, stage
-- inputs: school, county, school_stage, school_scope, rule_term, rule_part, rule_input, rule_veto, field, filed_school, filed_stage, filed_facility, filed_school_finance, filed_room, filed_class, filed_class_band, filed_judgement, filed_county_fact, filed_monitoring, filed_survey, filed_veto, finding, quarantine, faulty_cell, school_indicator, school_verdict, school_rule_result, county_part, county_veto
-- Who is to file what, by the register and the rules: filed or not, with an error or not, judged or not. Class sizes may be filed class by class or by band: both are `class`.

with counties as (
    select distinct year, county_code from school
),

due as (
    select year, county_code, 'school' as dataset, school_code as unit_code, 'all' as stage
    from school
    union
    select year, county_code, 'stage', school_code, stage
    from school_stage
    union
    -- What is divided among stages is filed for the whole school.
    select school_scope.year, school_scope.county_code, field.dataset, school_scope.school_code, 'all'
    from school_scope
    join rule_term on rule_term.indicator = school_scope.indicator and rule_term.stage = school_scope.stage
    join field on field.field = rule_term.field
    where school_scope.in_scope and rule_term.filed_stage = 'all'
    union
    select
        school_scope.year,
        school_scope.county_code,
        case rule_part.level
            when 'class' then 'class'
            when 'budget_unit' then 'school_finance'
            else case rule_part.formula when 'enough_rooms' then 'room' else 'judgement' end
        end,
        case when rule_part.level = 'budget_unit' then school.budget_unit_code else school_scope.school_code end,
        'all'
    from school_scope
    join school on school.year = school_scope.year and school.school_code = school_scope.school_code
    join rule_part
        on rule_part.indicator = school_scope.indicator
        and (rule_part.level in ('class', 'budget_unit') or (rule_part.level = 'school' and rule_part.formula in ('enough_rooms', 'judgement')))
    where school_scope.in_scope
    union
    select counties.year, counties.county_code, wanted.dataset, counties.county_code, 'all'
    from counties
    cross join (
        select distinct field.dataset
        from rule_input
        join field on field.field = rule_input.field and field.dataset = 'county_fact'
        union
        select distinct case when measure is not null then 'monitoring' when formula = 'survey' then 'survey' else 'judgement' end
        from rule_part
        where level = 'county' and (measure is not null or formula in ('survey', 'judgement'))
        union
        select distinct 'veto' from rule_veto where applies
    ) as wanted
),

filed as (
    select 'school' as dataset, year, school_code as unit_code, 'all' as stage, file, sheet, row from filed_school
    union all
    select 'stage', year, school_code, stage, file, sheet, row from filed_stage
    union all
    select 'facility', year, school_code, 'all', file, sheet, row from filed_facility
    union all
    select 'school_finance', year, school_code, 'all', file, sheet, row from filed_school_finance
    union all
    select 'room', year, school_code, 'all', file, sheet, row from filed_room
    union all
    select 'class', year, school_code, 'all', file, sheet, row from filed_class
    union all
    select 'class', year, school_code, 'all', file, sheet, row from filed_class_band
    union all
    select 'judgement', year, unit_code, 'all', file, sheet, row from filed_judgement
    union all
    select 'county_fact', year, county_code, 'all', file, sheet, row from filed_county_fact
    union all
    select 'monitoring', year, county_code, 'all', file, sheet, row from filed_monitoring
    union all
    select 'survey', year, county_code, 'all', file, sheet, row from filed_survey
    union all
    select 'veto', year, county_code, 'all', file, sheet, row from filed_veto
),

received as (
    select distinct dataset, year, unit_code, stage from filed
),

faulty as (
    select filed.dataset, filed.year, filed.unit_code, filed.stage
    from filed
    join finding on finding.file = filed.file and finding.sheet = filed.sheet and finding.row = filed.row
    where finding.severity = 'error'
    union
    select dataset, year, coalesce(school_code, county_code), 'all'
    from quarantine
    where code <> 'ROW-DUPLICATE-DECLARED'
    union
    select case field.dataset when 'class_band' then 'class' else field.dataset end, faulty_cell.year, faulty_cell.unit_code,
        case field.dataset when 'stage' then faulty_cell.stage else 'all' end
    from faulty_cell
    join field on field.field = faulty_cell.field
),

outcome as (
    select
        field.dataset, school_indicator.year, school_indicator.school_code as unit_code,
        case when rule_term.filed_stage = 'all' then 'all' else school_indicator.stage end as stage,
        school_indicator.value is not null as known
    from school_indicator
    join rule_term
        on rule_term.indicator = school_indicator.indicator
        and rule_term.part = school_indicator.part
        and rule_term.stage = school_indicator.stage
    join field on field.field = rule_term.field
    union all
    select 'school', year, school_code, 'all', verdict <> 'unknown'
    from school_verdict
    union all
    select
        case rule_part.level
            when 'class' then 'class'
            when 'budget_unit' then 'school_finance'
            else case rule_part.formula when 'enough_rooms' then 'room' else 'judgement' end
        end,
        result.year,
        result.unit_code,
        'all',
        result.verdict <> 'unknown'
    from school_rule_result as result
    join rule_part
        on rule_part.indicator = result.indicator
        and rule_part.part = result.part
        and rule_part.stage = result.stage
        and (rule_part.level in ('class', 'budget_unit') or rule_part.formula in ('enough_rooms', 'judgement'))
    union all
    select
        case when rule_part.measure is not null then 'monitoring' else case rule_part.formula when 'ratio' then 'county_fact' else rule_part.formula end end,
        county_part.year,
        county_part.county_code,
        'all',
        county_part.verdict <> 'unknown'
    from county_part
    join rule_part
        on rule_part.indicator = county_part.indicator
        and rule_part.part = county_part.rule_part
        and rule_part.stage = county_part.stage
    where rule_part.level = 'county' and not rule_part.from_schools
    union all
    select 'veto', year, county_code, 'all', verdict <> 'unknown'
    from county_veto
),

decided as (
    select dataset, year, unit_code, stage, bool_and(known) as judged
    from outcome
    group by dataset, year, unit_code, stage
),

-- The national monitoring is not held every year: its latest result counts.
monitored as (
    select county_code, min(year) as first_year
    from filed_monitoring
    group by county_code
)

select
    due.year,
    due.dataset,
    due.unit_code,
    due.stage,
    due.county_code,
    coalesce(school.school_name, county.county_name, due.unit_code) as unit_name,
    coalesce(received.unit_code is not null, false) or (due.dataset = 'monitoring' and coalesce(monitored.first_year <= due.year, false)) as received,
    faulty.unit_code is not null as with_errors,
    coalesce(decided.judged, false) as judged
from due
left join school on school.year = due.year and school.school_code = due.unit_code
left join county on county.county_code = due.unit_code
left join monitored on monitored.county_code = due.unit_code
left join received
    on received.dataset = due.dataset and received.year = due.year and received.unit_code = due.unit_code and received.stage = due.stage
left join (select distinct dataset, year, unit_code, stage from faulty) as faulty
    on faulty.dataset = due.dataset and faulty.year = due.year and faulty.unit_code = due.unit_code and faulty.stage in (due.stage, 'all')
left join decided
    on decided.dataset = due.dataset and decided.year = due.year and decided.unit_code = due.unit_code and decided.stage = due.stage
qualify row_number() over (partition by due.year, due.dataset, due.unit_code, due.stage order by faulty.stage) = 1
