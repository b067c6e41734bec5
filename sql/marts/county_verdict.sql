-- grain: year, county_code
-- inputs: school, register_aside, school_verdict, county_coefficient, county_composite, county_indicator, county_veto, school_indicator, rule, rule_school, rule_part, rule_composite, rule_indicator
-- clause: method.md §4.1: 1 and 2 resource, 3 government, 4 quality, 5 social recognition, 6 no veto
-- The verdict on a county: the conjunction of six. A pack that has neither a school rule nor such indicators is a study and gives no verdict: no row; nor does a pack
-- for a year in which none of its rules is valid.

with validity as (
    select valid_from, valid_to from rule
    union
    select valid_from, valid_to from rule_part
),

due as (
    select distinct school.year, school.county_code, register_aside.rows_aside is not null as register_incomplete
    from school
    cross join (select count(*) as rules from rule_school) as school_rules
    cross join (select count(*) as rules from rule_part) as part_rules
    cross join (select count(*) as rules from rule_composite) as composite_rules
    left join register_aside on register_aside.year = school.year and register_aside.county_code = school.county_code
    where school_rules.rules + part_rules.rules + composite_rules.rules > 0
        and exists (
            select 1
            from validity
            where school.year >= coalesce(validity.valid_from, school.year) and school.year <= coalesce(validity.valid_to, school.year)
        )
),

-- Everything that is judged, under the name by which it would block: an indicator's id, or the dimension itself.
piece as (
    select year, county_code, 'resource' as dimension, 'resource' as item, 1 as position, verdict, verdict_without_exceptions, verdict_with_exceptions
    from school_verdict
    union all
    -- A standard without a number and without a rule of so many in so many: no school is known to reach it.
    select year, county_code, 'resource', 'resource', 1, 'unknown', 'unknown', 'unknown'
    from (select distinct year, county_code, school_code, stage from school_indicator where reason = 'threshold_unknown')
    where not exists (select 1 from rule_school)
    union all
    select county_coefficient.year, county_coefficient.county_code, 'coefficient', 'coefficient', 2, county_coefficient.verdict, county_coefficient.verdict, county_coefficient.verdict
    from county_coefficient
    join due on due.year = county_coefficient.year and due.county_code = county_coefficient.county_code
    where county_coefficient.cv_limit is not null
    union all
    select year, county_code, 'coefficient', 'composite', 2, verdict, verdict, verdict
    from county_composite
    union all
    select county_indicator.year, county_indicator.county_code, county_indicator.dimension, county_indicator.indicator, 2 + rule_indicator.sort_order,
        county_indicator.verdict, county_indicator.verdict_without_exceptions, county_indicator.verdict_with_exceptions
    from county_indicator
    join rule_indicator on rule_indicator.indicator = county_indicator.indicator
    where county_indicator.part = ''
    union all
    select year, county_code, 'veto', 'veto', 100000, verdict, verdict, verdict
    from county_veto
    union all
    select year, county_code, 'resource', 'resource', 1, 'unknown', 'unknown', 'unknown'
    from due
    where register_incomplete
),

item as (
    select
        year,
        county_code,
        dimension,
        item,
        position,
        count(*) filter (where verdict = 'not_met') as failing,
        count(*) filter (where verdict = 'unknown') as unknown_pieces,
        case
            when bool_or(verdict = 'not_met') then 'not_met'
            when bool_or(verdict = 'unknown') then 'unknown'
            when bool_or(verdict = 'met') then 'met'
            else 'not_applicable'
        end as verdict,
        case
            when bool_or(verdict_without_exceptions = 'not_met') then 'not_met'
            when bool_or(verdict_without_exceptions = 'unknown') then 'unknown'
            when bool_or(verdict_without_exceptions = 'met') then 'met'
            else 'not_applicable'
        end as verdict_without_exceptions,
        case
            when bool_or(verdict_with_exceptions = 'not_met') then 'not_met'
            when bool_or(verdict_with_exceptions = 'unknown') then 'unknown'
            when bool_or(verdict_with_exceptions = 'met') then 'met'
            else 'not_applicable'
        end as verdict_with_exceptions
    from piece
    group by year, county_code, dimension, item, position
),

dimension as (
    select
        due.year,
        due.county_code,
        named.dimension,
        case
            when bool_or(item.verdict = 'not_met') then 'not_met'
            when bool_or(item.verdict = 'unknown') then 'unknown'
            when bool_or(item.verdict = 'met') then 'met'
            else 'not_applicable'
        end as verdict
    from due
    cross join (values ('resource'), ('coefficient'), ('government'), ('quality'), ('satisfaction'), ('veto')) as named (dimension)
    left join item on item.year = due.year and item.county_code = due.county_code and item.dimension = named.dimension
    group by due.year, due.county_code, named.dimension
),

overall as (
    select
        year,
        county_code,
        max(verdict) filter (where dimension = 'resource') as resource,
        max(verdict) filter (where dimension = 'coefficient') as coefficient,
        max(verdict) filter (where dimension = 'government') as government,
        max(verdict) filter (where dimension = 'quality') as quality,
        max(verdict) filter (where dimension = 'satisfaction') as satisfaction,
        max(verdict) filter (where dimension = 'veto') as veto,
        case
            when bool_or(verdict = 'not_met') then 'not_met'
            when bool_or(verdict = 'unknown') then 'unknown'
            when bool_or(verdict = 'met') then 'met'
            else 'not_applicable'
        end as overall
    from dimension
    group by year, county_code
),

-- Both verdicts, and what the exceptions change. The conjunction of all items is that of the six dimensions.
excepted as (
    select
        year,
        county_code,
        case
            when bool_or(verdict_without_exceptions = 'not_met') then 'not_met'
            when bool_or(verdict_without_exceptions = 'unknown') then 'unknown'
            when bool_or(verdict_without_exceptions = 'met') then 'met'
            else 'not_applicable'
        end as overall_without_exceptions,
        case
            when bool_or(verdict_with_exceptions = 'not_met') then 'not_met'
            when bool_or(verdict_with_exceptions = 'unknown') then 'unknown'
            when bool_or(verdict_with_exceptions = 'met') then 'met'
            else 'not_applicable'
        end as overall_with_exceptions,
        coalesce(string_agg(item, ',' order by position) filter (where verdict_without_exceptions <> verdict_with_exceptions), '') as changed_by_exceptions
    from item
    group by year, county_code
),

words as (
    select
        item.year,
        item.county_code,
        string_agg(item.item, ',' order by item.position) filter (where item.verdict = 'not_met') as failing,
        string_agg(item.item, ',' order by item.position) filter (where item.verdict = 'unknown') as open,
        string_agg(
            case item.item
                when 'resource' then concat('资源配置', case when item.failing > 0 then concat(item.failing, '个学校学段未达标') else concat(item.unknown_pieces, '个学校学段不能判定') end)
                when 'coefficient' then concat('校际差异系数', case when item.failing > 0 then concat(item.failing, '项超限') else concat(item.unknown_pieces, '项不能判定') end)
                when 'composite' then concat('综合差异系数', case when item.failing > 0 then concat(item.failing, '个学段超限') else concat(item.unknown_pieces, '个学段不能判定') end)
                when 'veto' then case when item.failing > 0 then '发现一票否决事项' else '一票否决事项不能判定' end
                else concat(item.item, rule_indicator.short_zh, case when item.failing > 0 then '未达标' else '不能判定' end)
            end, '；' order by item.position
        ) filter (where item.verdict in ('not_met', 'unknown')) as reasons,
        string_agg(
            case item.item
                when 'resource' then case when item.failing > 0 then concat(item.failing, ' school-stages fail') else concat(item.unknown_pieces, ' school-stages unknown') end
                when 'coefficient' then case when item.failing > 0 then concat(item.failing, ' coefficients over the limit') else concat(item.unknown_pieces, ' coefficients unknown') end
                when 'composite' then case when item.failing > 0 then concat(item.failing, ' stages with the mean of coefficients over the limit') else concat(item.unknown_pieces, ' stages with the mean of coefficients unknown') end
                when 'veto' then case when item.failing > 0 then 'a veto was found' else 'vetoes unknown' end
                else concat(item.item, ' ', rule_indicator.short_en, case when item.failing > 0 then ' not met' else ' unknown' end)
            end, '; ' order by item.position
        ) filter (where item.verdict in ('not_met', 'unknown')) as reasons_en
    from item
    left join rule_indicator on rule_indicator.indicator = item.item
    group by item.year, item.county_code
)

select
    overall.year,
    overall.county_code,
    overall.resource,
    overall.coefficient,
    overall.government,
    overall.quality,
    overall.satisfaction,
    overall.veto,
    overall.overall,
    coalesce(words.failing, '') as failing,
    coalesce(words.open, '') as open,
    coalesce(words.reasons, '') as reasons,
    coalesce(words.reasons_en, '') as reasons_en,
    coalesce(excepted.overall_without_exceptions, 'not_applicable') as overall_without_exceptions,
    coalesce(excepted.overall_with_exceptions, 'not_applicable') as overall_with_exceptions,
    coalesce(excepted.changed_by_exceptions, '') as changed_by_exceptions
from overall
left join excepted on excepted.year = overall.year and excepted.county_code = overall.county_code
left join words on words.year = overall.year and words.county_code = overall.county_code
