-- grain: year, county_code, stage
-- inputs: composite_base, composite_ties
-- clause: method.md §1.3, §9a: the limit of 2012 is on the mean of the eight coefficients, that of 2017 on each of the seven
-- The mean of all coefficients of a county and stage, judged. Only packs that have such a limit have rows here.

select
    composite_base.year,
    composite_base.county_code,
    composite_base.stage,
    composite_base.coefficients,
    composite_base.known,
    cast(composite_base.composite as double) as composite,
    composite_base.composite_limit,
    case
        when composite_base.not_applicable = composite_base.coefficients then 'not_applicable'
        when composite_base.composite is null then 'unknown'
        when composite_base.at_limit then case when composite_ties.side = 'above' then 'not_met' else 'met' end
        when composite_base.composite <= cast(composite_base.composite_limit as decimal(38, 18)) then 'met'
        else 'not_met'
    end as verdict,
    case
        when composite_base.not_applicable = composite_base.coefficients then 'no_such_stage'
        when composite_base.composite is null then 'coefficient_unknown'
        when composite_base.at_limit then 'decided_in_rationals'
        else ''
    end as reason
from composite_base
left join composite_ties
    on composite_ties.year = composite_base.year
    and composite_ties.county_code = composite_base.county_code
    and composite_ties.stage = composite_base.stage
