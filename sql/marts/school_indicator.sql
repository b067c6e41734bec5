-- grain: year, school_code, stage, indicator, part
-- inputs: school_scope, school_stage, premises_share, school_quantity, exception_amount, rule, rule_term, parameter
-- clause: 抚顺县 2020 附件3, items 1–7; method.md §2, §3
-- Each school-stage's indicators. Denominators first: only when pupils and weighted pupils are known and above zero is a threshold compared, by cross-multiplication
-- in exact decimals: times · weight · R >= threshold · W. Products are made in decimals and divided once, so that 1.1 × 6240 / 1040 is 6.6 and not 6.6000000000000005.
-- Numerator and value are by the ordinary count; what exceptions let a school add goes into its verdict alone, and never into a coefficient.

with choice as (
    select coalesce(bool_or(name = 'exceptions' and value <> 'off'), false) as excepted
    from parameter
),

input as (
    select
        school_scope.year,
        school_scope.school_code,
        school_scope.stage,
        school_scope.indicator,
        rule_term.part,
        count(*) as terms,
        count(school_quantity.amount) as filed_terms,
        count(school_quantity.fault) as faulty_terms,
        cast(sum(
            case when rule_term.sign < 0 then -school_quantity.amount else school_quantity.amount end
        ) as decimal(38, 12)) as quantity
    from school_scope
    join rule_term on rule_term.indicator = school_scope.indicator and rule_term.stage = school_scope.stage
    left join school_quantity
        on school_quantity.year = school_scope.year - rule_term.lag
        and school_quantity.school_code = school_scope.school_code
        and school_quantity.field = rule_term.field
        and school_quantity.stage = rule_term.filed_stage
    where school_scope.in_scope
    group by school_scope.year, school_scope.school_code, school_scope.stage, school_scope.indicator, rule_term.part
),

shared as (
    select
        input.*,
        school_stage.county_code,
        school_stage.pupils,
        case when rule.split then premises_share.weight else cast(1 as decimal(9, 6)) end as weight,
        case when rule.split then premises_share.weighted_pupils else cast(school_stage.pupils as decimal(38, 12)) end as weighted_pupils,
        rule.times,
        rule.threshold,
        rule.threshold_unknown,
        rule.floor,
        rule.threshold_tested,
        rule.floor_tested,
        rule.decimals,
        exception_amount.amount as excepted_amount,
        coalesce(exception_amount.exceptions, '') as exception,
        rule.shortfall_unit_zh,
        rule.shortfall_unit_en,
        rule.shortfall_whole
    from input
    join school_stage
        on school_stage.year = input.year and school_stage.school_code = input.school_code and school_stage.stage = input.stage
    join rule on rule.indicator = input.indicator and rule.part = input.part and rule.stage = input.stage
    left join premises_share
        on premises_share.year = input.year and premises_share.school_code = input.school_code and premises_share.stage = input.stage
    left join exception_amount
        on exception_amount.year = input.year
        and exception_amount.school_code = input.school_code
        and exception_amount.stage = input.stage
        and exception_amount.indicator = input.indicator
),

known as (
    select
        *,
        case
            when pupils is null then 'pupils_not_filed'
            when faulty_terms > 0 then 'input_faulty'
            when filed_terms < terms then 'input_not_filed'
            when weighted_pupils is null then 'other_stage_not_filed'
            when pupils <= 0 or weighted_pupils <= 0 then 'no_pupils'
            when quantity < 0 then 'negative_quantity'
        end as gap
    from shared
),

compared as (
    select
        *,
        gap is null as computable,
        case when gap is null then cast(
            cast(cast(weight as decimal(38, 6)) * cast(pupils as decimal(38, 6)) as double) * cast(quantity as double) / cast(weighted_pupils as double) as decimal(38, 12)
        ) end as split_quantity,
        case when gap is null then
            cast(cast(times as decimal(38, 0)) * cast(weight as decimal(38, 6)) as decimal(18, 6)) * cast(quantity as decimal(38, 12))
        end as have,
        case when gap is null then
            cast(cast(times as decimal(38, 0)) * cast(weight as decimal(38, 6)) as decimal(18, 6)) * cast(quantity + coalesce(excepted_amount, 0) as decimal(38, 12))
        end as have_excepted,
        cast(threshold as decimal(18, 6)) * cast(weighted_pupils as decimal(38, 12)) as standard,
        cast(threshold_tested as decimal(18, 6)) * cast(weighted_pupils as decimal(38, 12)) as want,
        cast(floor_tested as decimal(18, 6)) * cast(weighted_pupils as decimal(38, 12)) as want_least
    from known
),

banded as (
    select
        compared.*,
        case
            when not computable or threshold is null then null
            when have >= want then 'meets'
            when have >= want_least then 'near'
            else 'below'
        end as band_without_exceptions,
        case
            when not computable or threshold is null then null
            when have_excepted >= want then 'meets'
            when have_excepted >= want_least then 'near'
            else 'below'
        end as band_with_exceptions,
        case when choice.excepted then have_excepted else have end as judged_have,
        case when choice.excepted then band_with_exceptions else band_without_exceptions end as judged_band
    from compared
    cross join choice
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    county_code,
    -- A share of a combined school is a quotient; an undivided quantity stays the decimal that was filed.
    case when computable then case when weighted_pupils = pupils then quantity else split_quantity end end as numerator,
    pupils as denominator,
    case when computable then cast(have as double) / cast(weighted_pupils as double) end as value,
    threshold,
    floor,
    judged_band as band,
    case
        when threshold_unknown then 'unknown'
        when threshold is null then null
        when not computable then 'unknown'
        when judged_band = 'meets' then 'met'
        else 'not_met'
    end as verdict,
    -- What is missing comes first: with the number of the document alone nothing would be known.
    coalesce(gap, case when threshold_unknown then 'threshold_unknown' end, '') as reason,
    case when computable and threshold is not null then case when judged_band = 'meets' then 0 else greatest(
        case when shortfall_whole
            then ceil(round(cast(standard - judged_have as double) / (cast(times as double) * cast(weight as double)), 9))
            else round(cast(standard - judged_have as double) / (cast(times as double) * cast(weight as double)), 6)
        end,
        0
    ) end end as shortfall,
    shortfall_unit_zh as shortfall_unit,
    shortfall_unit_en,
    case when computable then quantity end as whole_quantity,
    weight,
    weighted_pupils,
    exception,
    band_without_exceptions,
    band_with_exceptions,
    case when threshold_unknown then 'unknown' when threshold is null then null when not computable then 'unknown' when band_without_exceptions = 'meets' then 'met' else 'not_met' end as verdict_without_exceptions,
    case when threshold_unknown then 'unknown' when threshold is null then null when not computable then 'unknown' when band_with_exceptions = 'meets' then 'met' else 'not_met' end as verdict_with_exceptions,
    case when computable then cast(have_excepted as double) / cast(weighted_pupils as double) end as value_with_exceptions,
    case
        when not computable then null
        when decimals is null then cast(have as double) / cast(weighted_pupils as double)
        else round(cast(have as double) / cast(weighted_pupils as double), decimals)
    end as value_shown
from banded
