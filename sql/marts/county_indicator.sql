-- grain: year, county_code, stage, indicator, part
-- inputs: county_part, reason, rule_part, rule_indicator
-- Indicators 08–32 of each county. An indicator in parts is their conjunction: one not_met fails it, else one unknown leaves it unknown; what does not apply neither helps nor blocks.

with single as (
    select
        county_part.*,
        rule_part.dimension,
        rule_part.name_zh,
        rule_part.name_en,
        case when county_part.part = county_part.rule_part then '' else county_part.part end as subject,
        rule_part.threshold,
        rule_part.decimals,
        rule_part.comparison,
        rule_part.unit_zh,
        rule_part.unit_en,
        rule_part.certainty
    from county_part
    join rule_part
        on rule_part.indicator = county_part.indicator
        and rule_part.part = county_part.rule_part
        and rule_part.stage = county_part.stage
),

described as (
    select
        single.year,
        single.county_code,
        single.stage,
        single.indicator,
        single.part,
        single.dimension,
        concat_ws(' ', single.name_zh, nullif(single.subject, '')) as part_name_zh,
        concat_ws(' ', single.name_en, nullif(single.subject, '')) as part_name_en,
        single.value,
        single.numerator,
        single.denominator,
        single.threshold,
        single.comparison,
        single.unit_zh,
        single.unit_en,
        single.verdict,
        single.reason as reason_code,
        concat_ws('：', reason.zh, nullif(single.detail_zh, '')) as reason_zh,
        concat_ws(': ', reason.en, nullif(single.detail_en, '')) as reason_en,
        single.evidence,
        single.units_in_scope,
        single.units_failing,
        single.units_unknown,
        single.certainty,
        single.exception,
        single.verdict_without_exceptions,
        single.verdict_with_exceptions,
        case when single.decimals is null then single.value else round(single.value, single.decimals) end as value_shown
    from single
    left join reason on reason.reason = single.reason
),

-- The surest word says least of an indicator whose parts differ: it is as sure as its least sure part.
whole as (
    select
        described.year,
        described.county_code,
        described.stage,
        described.indicator,
        min(described.dimension) as dimension,
        count(*) filter (where described.verdict = 'not_met') as failing,
        count(*) filter (where described.verdict = 'unknown') as unknown_parts,
        count(*) filter (where described.verdict = 'met') as met,
        string_agg(described.part_name_zh, '、' order by described.part) filter (where described.verdict = 'not_met') as failing_zh,
        string_agg(described.part_name_en, ', ' order by described.part) filter (where described.verdict = 'not_met') as failing_en,
        string_agg(described.part_name_zh, '、' order by described.part) filter (where described.verdict = 'unknown') as unknown_zh,
        string_agg(described.part_name_en, ', ' order by described.part) filter (where described.verdict = 'unknown') as unknown_en,
        coalesce(string_agg(distinct described.exception, ',' order by described.exception) filter (where described.exception <> ''), '') as exception,
        case
            when bool_or(described.verdict_without_exceptions = 'not_met') then 'not_met'
            when bool_or(described.verdict_without_exceptions = 'unknown') then 'unknown'
            when bool_or(described.verdict_without_exceptions = 'met') then 'met'
            else 'not_applicable'
        end as verdict_without_exceptions,
        case
            when bool_or(described.verdict_with_exceptions = 'not_met') then 'not_met'
            when bool_or(described.verdict_with_exceptions = 'unknown') then 'unknown'
            when bool_or(described.verdict_with_exceptions = 'met') then 'met'
            else 'not_applicable'
        end as verdict_with_exceptions,
        max(case described.certainty when 'seed' then 1 when 'published' then 2 when 'second-hand' then 3 else 4 end) as doubt
    from described
    where described.part <> ''
    group by described.year, described.county_code, described.stage, described.indicator
),

joined as (
    select
        *,
        case when failing > 0 then 'not_met' when unknown_parts > 0 then 'unknown' when met > 0 then 'met' else 'not_applicable' end as verdict,
        case
            when failing > 0 then 'part_not_met'
            when unknown_parts > 0 then 'part_unknown'
            when met > 0 then ''
            else 'parts_not_applicable'
        end as reason_code
    from whole
)

select
    year,
    county_code,
    stage,
    indicator,
    part,
    dimension,
    part_name_zh,
    part_name_en,
    value,
    numerator,
    denominator,
    threshold,
    comparison,
    unit_zh,
    unit_en,
    verdict,
    reason_code,
    reason_zh as reason,
    reason_en,
    evidence,
    units_in_scope,
    units_failing,
    units_unknown,
    certainty,
    exception,
    verdict_without_exceptions,
    verdict_with_exceptions,
    value_shown
from described
union all
select
    joined.year,
    joined.county_code,
    joined.stage,
    joined.indicator,
    '' as part,
    joined.dimension,
    rule_indicator.name_zh,
    rule_indicator.name_en,
    cast(null as double) as value,
    cast(null as decimal(38, 12)) as numerator,
    cast(null as decimal(38, 12)) as denominator,
    cast(null as decimal(18, 6)) as threshold,
    cast(null as varchar) as comparison,
    '' as unit_zh,
    '' as unit_en,
    joined.verdict,
    joined.reason_code,
    concat_ws('：', reason.zh, case when joined.failing > 0 then joined.failing_zh else joined.unknown_zh end) as reason,
    concat_ws(': ', reason.en, case when joined.failing > 0 then joined.failing_en else joined.unknown_en end) as reason_en,
    '' as evidence,
    cast(null as integer) as units_in_scope,
    cast(null as integer) as units_failing,
    cast(null as integer) as units_unknown,
    case joined.doubt when 1 then 'seed' when 2 then 'published' when 3 then 'second-hand' else 'inferred' end as certainty,
    joined.exception,
    joined.verdict_without_exceptions,
    joined.verdict_with_exceptions,
    cast(null as double) as value_shown
from joined
join rule_indicator on rule_indicator.indicator = joined.indicator
left join reason on reason.reason = joined.reason_code
