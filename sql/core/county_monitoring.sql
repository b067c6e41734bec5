-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, filed_monitoring
-- clause: 在国家义务教育质量监测中, 相关科目学生学业水平达到 III 级以上, 且校际差异率低于 0.15 (抚顺县 2020)
-- One part a subject tested, from the county's latest monitoring not after the judged year. A stage it did not cover is unknown.

with latest as (
    select county_rule.year, county_rule.county_code, max(filed_monitoring.year) as monitored
    from (select distinct year, county_code from county_rule) as county_rule
    join filed_monitoring on filed_monitoring.county_code = county_rule.county_code and filed_monitoring.year <= county_rule.year
    group by county_rule.year, county_rule.county_code
),

tested as (
    select
        latest.year,
        latest.county_code,
        latest.monitored,
        filed_monitoring.stage,
        filed_monitoring.subject,
        filed_monitoring.achievement_level,
        filed_monitoring.between_rate,
        concat(filed_monitoring.file, ' ', filed_monitoring.achievement_level_cell) as level_cell,
        concat(filed_monitoring.file, ' ', filed_monitoring.between_rate_cell) as rate_cell
    from latest
    join filed_monitoring on filed_monitoring.county_code = latest.county_code and filed_monitoring.year = latest.monitored
),

judged as (
    select
        county_rule.year,
        county_rule.county_code,
        county_rule.stage,
        county_rule.indicator,
        county_rule.part as rule_part,
        county_rule.comparison,
        county_rule.threshold,
        case when tested.subject is null then county_rule.part else concat(county_rule.part, '-', tested.subject) end as part,
        case county_rule.measure when 'achievement_level' then tested.achievement_level when 'between_rate' then tested.between_rate end as amount,
        tested.subject,
        coalesce(concat_ws(' ', tested.monitored, case county_rule.measure when 'achievement_level' then tested.level_cell else tested.rate_cell end), '') as evidence
    from county_rule
    left join tested
        on tested.year = county_rule.year and tested.county_code = county_rule.county_code and tested.stage = county_rule.stage
    where county_rule.formula = 'external' and county_rule.not_applicable = ''
),

outcome as (
    select
        *,
        case
            when threshold is null then 'threshold_unknown'
            when subject is null then 'monitoring_not_filed'
            when amount is null then 'input_not_filed'
            when comparison = 'at_least' and amount >= threshold then ''
            when comparison = 'below' and amount < threshold then ''
            when comparison = 'at_most' and amount <= threshold then ''
            when comparison = 'equal' and amount = threshold then ''
            else 'below_the_standard'
        end as reason
    from judged
)

select
    year,
    county_code,
    stage,
    indicator,
    part,
    rule_part,
    cast(amount as double) as value,
    amount as numerator,
    cast(null as decimal(38, 12)) as denominator,
    case reason when '' then 'met' when 'below_the_standard' then 'not_met' else 'unknown' end as verdict,
    reason,
    '' as detail_zh,
    '' as detail_en,
    evidence,
    cast(null as integer) as units_in_scope,
    cast(null as integer) as units_failing,
    cast(null as integer) as units_unknown
from outcome
