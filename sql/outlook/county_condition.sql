-- grain: year, county_code, condition
-- inputs: resource_condition, county_coefficient, county_composite, county_part, county_veto, rule_part, rule_indicator, rule_veto
-- clause: method.md §4.1
-- Everything a county must meet, one by one and in natural units: the seven indicators by stage, the coefficients, the parts of the county's own indicators, the vetoes.
-- `distance` is what is missing now; `distance_at_least` the least it can be, which is what a later year is measured against.

with part as (
    select
        county_part.year,
        county_part.county_code,
        county_part.stage,
        county_part.indicator,
        county_part.rule_part as part,
        rule_part.dimension,
        rule_part.sort_order,
        rule_part.level,
        rule_part.unit_zh,
        rule_part.unit_en,
        case when count(*) = 1 then max(county_part.value) end as value,
        case when count(*) = 1 then max(rule_part.threshold) end as threshold,
        case
            when bool_or(county_part.verdict = 'not_met') then 'not_met'
            when bool_or(county_part.verdict = 'unknown') then 'unknown'
            when bool_or(county_part.verdict = 'met') then 'met'
            else 'not_applicable'
        end as verdict,
        bool_or(county_part.verdict = 'unknown') or coalesce(sum(county_part.units_unknown), 0) > 0 as partly_unknown,
        cast(sum(county_part.units_failing) as integer) as units_failing,
        cast(sum(county_part.units_in_scope) as integer) as units_in_scope,
        -- How far the failing ones are from the threshold, whichever side it is on; subjects of the monitoring are added.
        cast(sum(
            case when county_part.verdict = 'not_met' then abs(cast(rule_part.threshold as decimal(38, 6)) - cast(county_part.value as decimal(38, 6))) end
        ) as decimal(38, 6)) as off
    from county_part
    join rule_part
        on rule_part.indicator = county_part.indicator
        and rule_part.part = county_part.rule_part
        and rule_part.stage = county_part.stage
    group by
        county_part.year, county_part.county_code, county_part.stage, county_part.indicator, county_part.rule_part,
        rule_part.dimension, rule_part.sort_order, rule_part.level, rule_part.unit_zh, rule_part.unit_en
),

-- What is judged unit by unit is counted in units, what has a number in its own unit, the rest as one thing to be done.
counted as (
    select
        *,
        case when level <> 'county' and units_failing > 0 then 'units' when off is not null then 'number' else 'thing' end as measured_in
    from part
),

condition as (
    select
        year, county_code, concat_ws('.', indicator, stage) as condition, '' as part, 'resource' as kind, 'resource' as dimension, indicator, stage,
        cast(has as double) as value,
        cast(has + most as double) as target,
        verdict,
        most as distance,
        least as distance_at_least,
        unit, unit_en,
        schools_short as failing,
        schools as judged,
        cast(least(1, cast(most as double) / nullif(cast(has + most as double), 0)) as decimal(18, 6)) as share_lacking
    from resource_condition
    union all
    select
        year, county_code, concat_ws('.', 'cv', indicator, stage), '', 'coefficient', 'coefficient', indicator, stage,
        cv, cast(cv_limit as double), verdict,
        case when verdict in ('met', 'not_met') then cast(greatest(0, cv - cast(cv_limit as double)) as decimal(38, 6)) end,
        case when verdict in ('met', 'not_met') then cast(greatest(0, cv - cast(cv_limit as double)) as decimal(38, 6)) end,
        '', '', cast(null as integer), cast(null as integer),
        cast(least(1, greatest(0, cv / cast(cv_limit as double) - 1)) as decimal(18, 6))
    from county_coefficient
    where cv_limit is not null
    union all
    select
        year, county_code, concat_ws('.', 'composite', stage), '', 'composite', 'coefficient', '', stage,
        composite, cast(composite_limit as double), verdict,
        case when verdict in ('met', 'not_met') then cast(greatest(0, composite - cast(composite_limit as double)) as decimal(38, 6)) end,
        case when verdict in ('met', 'not_met') then cast(greatest(0, composite - cast(composite_limit as double)) as decimal(38, 6)) end,
        '', '', cast(null as integer), cast(null as integer),
        cast(least(1, greatest(0, composite / cast(composite_limit as double) - 1)) as decimal(18, 6))
    from county_composite
    union all
    select
        year, county_code, concat_ws('.', indicator, nullif(part, ''), nullif(stage, 'all')), part, 'indicator', dimension, indicator, stage,
        value, cast(threshold as double), verdict,
        case
            when verdict = 'met' then 0
            when verdict <> 'not_met' or partly_unknown then null
            when measured_in = 'units' then units_failing
            when measured_in = 'number' then off
            else 1
        end,
        case
            when verdict = 'met' then 0
            when verdict <> 'not_met' or partly_unknown then null
            when measured_in = 'units' then units_failing
            when measured_in = 'number' then off
            else 1
        end,
        case measured_in
            when 'units' then case level when 'budget_unit' then '个核算单位' else '所' end
            when 'number' then case unit_zh when '%' then '个百分点' else unit_zh end
            else '项'
        end,
        case measured_in
            when 'units' then case level when 'budget_unit' then 'accounting units' else 'schools' end
            when 'number' then case unit_en when '%' then 'points' else unit_en end
            else 'matter'
        end,
        units_failing, units_in_scope,
        case
            when measured_in = 'units' then cast(least(1, cast(units_failing as double) / nullif(units_in_scope, 0)) as decimal(18, 6))
            when measured_in = 'number' and threshold > 0 then cast(least(1, cast(off as double) / cast(threshold as double)) as decimal(18, 6))
            else 1
        end
    from counted
    union all
    select
        year, county_code, concat_ws('.', 'veto', veto), '', 'veto', 'veto', '', 'all',
        cast(null as double), cast(null as double), verdict,
        case verdict when 'met' then 0 when 'not_met' then 1 end,
        case verdict when 'met' then 0 when 'not_met' then 1 end,
        '项', 'matter', cast(null as integer), cast(null as integer), 1
    from county_veto
)

select
    condition.year,
    condition.county_code,
    condition.condition,
    condition.kind,
    condition.dimension,
    condition.indicator,
    condition.stage,
    cast(case condition.kind when 'resource' then 0 when 'coefficient' then 1 when 'composite' then 2 when 'indicator' then 3 else 4 end * 10000
        + coalesce(rule_indicator.sort_order, rule_veto.sort_order, 0) * 10
        + case condition.stage when 'junior' then 1 else 0 end as integer) as sort_order,
    case condition.kind
        when 'coefficient' then concat(condition.indicator, ' ', rule_indicator.short_zh, '差异系数')
        when 'composite' then '综合差异系数'
        when 'veto' then rule_veto.name_zh
        else concat(concat_ws('.', condition.indicator, nullif(condition.part, '')), ' ', rule_indicator.short_zh)
    end as name_zh,
    case condition.kind
        when 'coefficient' then concat('CV of ', condition.indicator, ' ', rule_indicator.short_en)
        when 'composite' then 'mean of the CVs'
        when 'veto' then rule_veto.name_en
        else concat(concat_ws('.', condition.indicator, nullif(condition.part, '')), ' ', rule_indicator.short_en)
    end as name_en,
    condition.value,
    condition.target,
    condition.verdict,
    cast(condition.distance as decimal(38, 6)) as distance,
    cast(condition.distance_at_least as decimal(38, 6)) as distance_at_least,
    condition.unit,
    condition.unit_en,
    condition.failing,
    condition.judged,
    case when condition.verdict = 'not_met' and condition.distance is not null then cast(condition.share_lacking as decimal(18, 6)) end as share_lacking
from condition
left join rule_indicator on rule_indicator.indicator = condition.indicator
left join rule_veto on condition.kind = 'veto' and concat('veto.', rule_veto.veto) = condition.condition
