-- grain: year, county_code, measure
-- inputs: finance_amount, county_before
-- clause: method.md §9a
-- Each measure beside that of the year before, under whatever code the county then had.

select
    now.year,
    now.county_code,
    now.measure,
    now.numerator,
    now.denominator,
    before.numerator as numerator_before,
    before.denominator as denominator_before,
    now.numerator is not null and before.numerator is not null and now.denominator > 0 and before.denominator > 0 and before.numerator > 0 as comparable,
    cast(now.numerator as double) / nullif(cast(now.denominator as double), 0) as value,
    cast(before.numerator as double) / nullif(cast(before.denominator as double), 0) as value_before,
    now.faulty or coalesce(before.faulty, false) as faulty,
    concat_ws(
        '；',
        case when now.missing_zh <> '' then concat(now.year, '年：', now.missing_zh) end,
        case when before.year is null then concat(now.year - 1, '年：没有填报') when before.missing_zh <> '' then concat(now.year - 1, '年：', before.missing_zh) end
    ) as missing_zh,
    concat_ws(
        '; ',
        case when now.missing_en <> '' then concat(now.year, ': ', now.missing_en) end,
        case when before.year is null then concat(now.year - 1, ': nothing filed') when before.missing_en <> '' then concat(now.year - 1, ': ', before.missing_en) end
    ) as missing_en,
    concat_ws('; ', nullif(now.evidence, ''), nullif(before.evidence, '')) as evidence
from finance_amount as now
left join county_before on county_before.year = now.year and county_before.county_code = now.county_code
left join finance_amount as before
    on before.year = now.year - 1
    and before.county_code = county_before.county_code_before
    and before.measure = now.measure
