-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, rule_input, sound_county_quantity
-- clause: items 14, 15, 18, 21–24 (抚顺县 2020); method.md §5
-- Ratios of what a county filed, never of a percentage. Denominators first; thresholds are compared by cross-multiplication in exact decimals.

with due as (
    select *
    from county_rule
    where level = 'county' and formula = 'ratio' and not from_schools and not_applicable = ''
),

term as (
    select
        due.year,
        due.county_code,
        due.stage,
        due.indicator,
        due.part,
        rule_input.variant,
        rule_input.chosen,
        rule_input.role,
        rule_input.field,
        rule_input.field_zh,
        rule_input.field_en,
        case when rule_input.sign < 0 then -sound_county_quantity.amount else sound_county_quantity.amount end as amount,
        sound_county_quantity.fault is not null as faulty,
        concat(sound_county_quantity.file, ' ', sound_county_quantity.columns, sound_county_quantity.row) as cell
    from due
    join rule_input on rule_input.indicator = due.indicator and rule_input.part = due.part and rule_input.stage = due.stage
    left join sound_county_quantity
        on sound_county_quantity.year = due.year - rule_input.lag
        and sound_county_quantity.county_code = due.county_code
        and sound_county_quantity.field = rule_input.field
),

reckoned as (
    select
        year,
        county_code,
        stage,
        indicator,
        part,
        variant,
        chosen,
        count(*) filter (where amount is null) as gaps,
        count(*) filter (where faulty) as faults,
        cast(sum(amount) filter (where role = 'numerator') as decimal(38, 12)) as numerator,
        cast(sum(amount) filter (where role = 'denominator') as decimal(38, 12)) as denominator,
        string_agg(distinct field_zh, '、' order by field_zh) filter (where amount is null) as gaps_zh,
        string_agg(distinct field_en, ', ' order by field_en) filter (where amount is null) as gaps_en,
        string_agg(distinct cell, '; ' order by cell) filter (where amount is not null) as cells
    from term
    group by year, county_code, stage, indicator, part, variant, chosen
),

-- What the reckonings not chosen would say: shown, never judged.
other as (
    select
        reckoned.year,
        reckoned.county_code,
        reckoned.stage,
        reckoned.indicator,
        reckoned.part,
        string_agg(
            concat(reckoned.variant, ' = ', coalesce(
                printf('%.4f', cast(due.times as double) * cast(reckoned.numerator as double) / nullif(cast(reckoned.denominator as double), 0)), '?'
            )), '; ' order by reckoned.variant
        ) as values
    from reckoned
    join due
        on due.year = reckoned.year
        and due.county_code = reckoned.county_code
        and due.stage = reckoned.stage
        and due.indicator = reckoned.indicator
        and due.part = reckoned.part
    where not reckoned.chosen
    group by reckoned.year, reckoned.county_code, reckoned.stage, reckoned.indicator, reckoned.part
),

judged as (
    select
        due.year,
        due.county_code,
        due.stage,
        due.indicator,
        due.part,
        due.times,
        due.at_zero,
        reckoned.gaps,
        reckoned.faults,
        reckoned.numerator,
        reckoned.denominator,
        reckoned.gaps_zh,
        reckoned.gaps_en,
        concat_ws('; ', reckoned.cells, other.values) as evidence,
        cast(due.times as decimal(9, 0)) * reckoned.numerator as have,
        cast(due.threshold_tested as decimal(18, 6)) * reckoned.denominator as want,
        case
            when due.threshold is null then 'threshold_unknown'
            when due.register_incomplete and due.stage <> 'all' then 'register_incomplete'
            when reckoned.faults > 0 then 'input_faulty'
            when reckoned.gaps > 0 then 'input_not_filed'
            when reckoned.numerator < 0 or (due.share and reckoned.numerator > reckoned.denominator) then 'not_credible'
            when reckoned.denominator = 0 and due.at_zero = 'not_applicable' then 'filed_as_zero'
            when reckoned.denominator <= 0 then 'zero_denominator'
            when due.comparison = 'at_least' and have >= want then ''
            when due.comparison = 'equal' and have = want then ''
            when due.comparison = 'below' and have < want then ''
            when due.comparison = 'at_most' and have <= want then ''
            else 'below_the_standard'
        end as outcome
    from due
    join reckoned
        on reckoned.chosen
        and reckoned.year = due.year
        and reckoned.county_code = due.county_code
        and reckoned.stage = due.stage
        and reckoned.indicator = due.indicator
        and reckoned.part = due.part
    left join other
        on other.year = due.year
        and other.county_code = due.county_code
        and other.stage = due.stage
        and other.indicator = due.indicator
        and other.part = due.part
)

select
    year,
    county_code,
    stage,
    indicator,
    part,
    part as rule_part,
    case when gaps = 0 then cast(times as double) * cast(numerator as double) / nullif(cast(denominator as double), 0) end as value,
    case when gaps = 0 then numerator end as numerator,
    case when gaps = 0 then denominator end as denominator,
    case outcome
        when '' then 'met'
        when 'below_the_standard' then 'not_met'
        when 'filed_as_zero' then 'not_applicable'
        else 'unknown'
    end as verdict,
    outcome as reason,
    case when outcome in ('input_not_filed', 'input_faulty') then gaps_zh else '' end as detail_zh,
    case when outcome in ('input_not_filed', 'input_faulty') then gaps_en else '' end as detail_en,
    evidence,
    cast(null as integer) as units_in_scope,
    cast(null as integer) as units_failing,
    cast(null as integer) as units_unknown
from judged
