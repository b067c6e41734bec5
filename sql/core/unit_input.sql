-- grain: year, county_code, unit_code, indicator, part, role
-- inputs: school, campus, filed_school_finance, sound_quantity, rule_part, rule_input
-- clause: method.md §9a, accounting units
-- Money of an accounting unit: that of the school that keeps its accounts and of every other member that files any. Without the first's, or with a blank, it is missing.

with member as (
    select school.year, school.county_code, school.budget_unit_code as unit_code, campus.school_code
    from school
    join campus on campus.year = school.year and campus.counted_with = school.school_code
),

wanted as (
    select rule_input.*
    from rule_input
    join rule_part
        on rule_part.indicator = rule_input.indicator
        and rule_part.part = rule_input.part
        and rule_part.stage = rule_input.stage
        and rule_part.level = 'budget_unit'
    where rule_input.chosen and rule_input.role in ('numerator', 'denominator')
),

term as (
    select
        member.year,
        member.county_code,
        member.unit_code,
        wanted.indicator,
        wanted.part,
        wanted.role,
        wanted.field,
        wanted.sign,
        count(*) as members,
        count(filed_school_finance.school_code) as filing,
        count(sound_quantity.amount) as amounts,
        coalesce(bool_or(filed_school_finance.school_code = member.unit_code), false) as keeper_files,
        sum(sound_quantity.amount) as amount,
        string_agg(concat(sound_quantity.file, ' ', sound_quantity.columns, sound_quantity.row), '; ' order by member.school_code) filter (where sound_quantity.amount is not null) as cells
    from member
    cross join wanted
    left join filed_school_finance
        on filed_school_finance.year = member.year - wanted.lag and filed_school_finance.school_code = member.school_code
    left join sound_quantity
        on sound_quantity.year = member.year - wanted.lag
        and sound_quantity.school_code = member.school_code
        and sound_quantity.stage = wanted.filed_stage
        and sound_quantity.field = wanted.field
    group by all
)

select
    year,
    county_code,
    unit_code,
    indicator,
    part,
    role,
    case when bool_and(amounts > 0 and amounts = filing and (keeper_files or filing = members)) then
        cast(sum(case when sign < 0 then -amount else amount end) as decimal(38, 12))
    end as amount,
    coalesce(string_agg(cells, '; ' order by field), '') as evidence
from term
group by year, county_code, unit_code, indicator, part, role
