-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, stage_share, school
-- clause: items 16, 19, 20 (抚顺县 2020)
-- Sums over school-stages. Where the whole is asked for (an equality, or 100 % of a share) one school-stage short of it decides; sums would hide it behind another's excess.

with due as (
    select
        *,
        comparison = 'equal' or (share and threshold >= times) as asks_for_all
    from county_rule
    where level = 'county' and formula = 'ratio' and from_schools and not_applicable = ''
),

named as (
    select
        stage_share.*,
        school.school_name,
        row_number() over (
            partition by
                stage_share.year, stage_share.county_code, stage_share.rule_stage, stage_share.indicator, stage_share.part,
                case when stage_share.outcome = 'short' then 'short' when stage_share.outcome = 'full' then 'full' else 'unknown' end
            order by stage_share.school_code, stage_share.stage
        ) as position
    from stage_share
    join school on school.year = stage_share.year and school.school_code = stage_share.school_code
),

total as (
    select
        year,
        county_code,
        rule_stage as stage,
        indicator,
        part,
        count(*) as units,
        count(*) filter (where outcome = 'short') as short,
        count(*) filter (where outcome = 'gap') as gaps,
        count(*) filter (where outcome = 'not_credible') as not_credible,
        cast(sum(numerator) as decimal(38, 12)) as numerator,
        cast(sum(denominator) as decimal(38, 12)) as denominator,
        string_agg(school_name, '、' order by position) filter (where outcome = 'short' and position <= 5) as short_names,
        string_agg(school_name, '、' order by position) filter (where outcome in ('gap', 'not_credible') and position <= 5) as unknown_names
    from named
    group by year, county_code, rule_stage, indicator, part
),

judged as (
    select
        due.year,
        due.county_code,
        due.stage,
        due.indicator,
        due.part,
        due.times,
        due.threshold,
        due.threshold_tested,
        due.asks_for_all,
        coalesce(total.units, 0) as units,
        coalesce(total.short, 0) as short,
        coalesce(total.gaps, 0) + coalesce(total.not_credible, 0) as unknown_units,
        total.numerator,
        total.denominator,
        total.short_names,
        total.unknown_names,
        case
            when due.threshold is null then 'threshold_unknown'
            when due.asks_for_all and total.short > 0 then 'below_the_standard'
            when due.register_incomplete then 'register_incomplete'
            when total.units is null then 'no_school_in_scope'
            when total.not_credible > 0 then 'not_credible'
            when total.gaps > 0 then 'input_not_filed'
            when total.denominator <= 0 then 'zero_denominator'
            when due.asks_for_all then ''
            when cast(due.times as decimal(9, 0)) * total.numerator >= cast(due.threshold_tested as decimal(18, 6)) * total.denominator then ''
            else 'below_the_standard'
        end as outcome
    from due
    left join total
        on total.year = due.year
        and total.county_code = due.county_code
        and total.stage = due.stage
        and total.indicator = due.indicator
        and total.part = due.part
)

select
    year,
    county_code,
    stage,
    indicator,
    part,
    part as rule_part,
    case when unknown_units = 0 then cast(times as double) * cast(numerator as double) / nullif(cast(denominator as double), 0) end as value,
    case when unknown_units = 0 then numerator end as numerator,
    case when unknown_units = 0 then denominator end as denominator,
    case outcome
        when '' then 'met'
        when 'below_the_standard' then 'not_met'
        when 'no_school_in_scope' then 'not_applicable'
        else 'unknown'
    end as verdict,
    outcome as reason,
    coalesce(case
        when outcome = 'below_the_standard' then short_names
        when outcome in ('not_credible', 'input_not_filed') then unknown_names
    end, '') as detail_zh,
    coalesce(case
        when outcome = 'below_the_standard' then short_names
        when outcome in ('not_credible', 'input_not_filed') then unknown_names
    end, '') as detail_en,
    '' as evidence,
    cast(units as integer) as units_in_scope,
    cast(case when asks_for_all then short end as integer) as units_failing,
    cast(unknown_units as integer) as units_unknown
from judged
