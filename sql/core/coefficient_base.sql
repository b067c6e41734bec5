-- grain: year, county_code, stage, indicator
-- inputs: school, school_scope, school_indicator, rule, rule_composite, quarantine
-- clause: 开平方(全县各校差异情况之和) / 全县生均 (circulated method sheets); method.md §1.1
-- The coefficient of variation between schools, weighted by enrolment, population form, in two passes: exact ΣP and ΣX, then CV² = Σ (P/ΣP)(x/x̄ − 1)²
-- with each term cast to a decimal before it is summed, so that the same input gives the same bytes on any number of threads.

with grid as (
    select county.year, county.county_code, rule.stage, rule.indicator, rule.cv_limit, rule.cv_limit_tested, rule.times, rule.missing_school
    from (select distinct year, county_code from school) as county
    join rule
        on rule.part = ''
        and county.year >= coalesce(rule.valid_from, county.year)
        and county.year <= coalesce(rule.valid_to, county.year)
    -- A limit on the mean of all asks for each, though it has none of its own.
    left join rule_composite on rule_composite.stage = rule.stage
    where rule.cv_limit is not null or rule_composite.stage is not null
),

registered as (
    select year, county_code, stage, indicator, count(*) as registered
    from school_scope
    where in_scope
    group by year, county_code, stage, indicator
),

-- A register row that was set aside may hide a school: of its county where that is known, else of any county that year. Of a school registered twice nobody knows where
-- it stands, so the county of the row that was kept is in doubt as well; where the source declares that the first counts, none is.
hidden as (
    select quarantine.year, quarantine.county_code, quarantine.file, quarantine.sheet, quarantine.row
    from quarantine
    where quarantine.dataset = 'school' and quarantine.code <> 'ROW-DUPLICATE-DECLARED'
    union
    select school.year, school.county_code, quarantine.file, quarantine.sheet, quarantine.row
    from quarantine
    join school on school.school_code = quarantine.school_code and school.year = quarantine.year
    where quarantine.dataset = 'school' and quarantine.code = 'ROW-DUPLICATE'
),

register_gap as (
    select grid.year, grid.county_code, count(*) as rows_aside
    from (select distinct year, county_code from grid) as grid
    join hidden
        on coalesce(hidden.year, grid.year) = grid.year
        and coalesce(hidden.county_code, grid.county_code) = grid.county_code
    group by grid.year, grid.county_code
),

member as (
    select year, county_code, stage, indicator, school_code, numerator as amount, denominator as pupils
    from school_indicator
    where part = '' and numerator is not null and denominator > 0
),

missing as (
    select
        year,
        county_code,
        stage,
        indicator,
        case when count(denominator) = count(*) then cast(sum(denominator) as decimal(38, 6)) end as missing_pupils
    from school_indicator
    where part = '' and numerator is null
    group by year, county_code, stage, indicator
),

total as (
    select
        year,
        county_code,
        stage,
        indicator,
        count(*) as schools,
        cast(sum(pupils) as decimal(38, 6)) as pupils,
        cast(sum(amount) as decimal(38, 12)) as total,
        cast(sum(cast(cast(amount as double) / cast(pupils as double) as decimal(38, 12))) as decimal(38, 12)) as ratio_sum
    from member
    group by year, county_code, stage, indicator
),

-- Schools from the poorest up: the share of pupils at or below each gives the Gini coefficient in one pass.
ranked as (
    select
        member.*,
        total.schools,
        cast(member.pupils as double) / cast(total.pupils as double) as weight,
        (cast(member.amount as double) / cast(member.pupils as double)) / (cast(total.total as double) / cast(total.pupils as double)) as ratio,
        (cast(member.amount as double) / cast(member.pupils as double)) / (cast(total.ratio_sum as double) / total.schools) as ratio_unweighted,
        cast(sum(member.pupils) over (
            partition by member.year, member.county_code, member.stage, member.indicator
            order by cast(member.amount as double) / cast(member.pupils as double), member.school_code
            rows between unbounded preceding and current row
        ) as double) / cast(total.pupils as double) as pupils_up_to
    from member
    join total
        on total.year = member.year
        and total.county_code = member.county_code
        and total.stage = member.stage
        and total.indicator = member.indicator
    where total.total > 0
),

term as (
    select
        year,
        county_code,
        stage,
        indicator,
        cast(weight * (ratio - 1) * (ratio - 1) as decimal(38, 18)) as weighted,
        cast((ratio_unweighted - 1) * (ratio_unweighted - 1) / schools as decimal(38, 18)) as unweighted,
        cast(weight * ratio * (2 * pupils_up_to - weight - 1) as decimal(38, 18)) as gini,
        cast(case when ratio > 0 then weight * ratio * ln(ratio) else 0 end as decimal(38, 18)) as theil
    from ranked
),

spread as (
    select
        year,
        county_code,
        stage,
        indicator,
        cast(sum(weighted) as decimal(38, 18)) as cv_squared,
        cast(sum(unweighted) as decimal(38, 18)) as cv_squared_unweighted,
        cast(sum(gini) as decimal(38, 18)) as gini,
        cast(sum(theil) as decimal(38, 18)) as theil
    from term
    group by year, county_code, stage, indicator
)

select
    grid.year,
    grid.county_code,
    grid.stage,
    grid.indicator,
    cast(coalesce(total.schools, 0) as integer) as schools,
    cast(coalesce(registered.registered, 0) as integer) as registered,
    cast(coalesce(register_gap.rows_aside, 0) as integer) as register_rows_aside,
    total.pupils,
    total.total,
    missing.missing_pupils,
    spread.cv_squared,
    spread.cv_squared_unweighted,
    spread.gini,
    spread.theil,
    grid.cv_limit,
    grid.cv_limit_tested,
    grid.times,
    grid.missing_school,
    -- What lies within 1e-9·L² of the limit is decided in rationals by the step coefficient_ties.
    coalesce(
        abs(spread.cv_squared - cast(grid.cv_limit_tested * grid.cv_limit_tested as decimal(38, 18)))
        <= cast(cast(grid.cv_limit_tested * grid.cv_limit_tested as decimal(20, 12)) * cast(0.000000001 as decimal(10, 9)) as decimal(38, 18)),
        false
    ) as at_limit
from grid
left join registered
    on registered.year = grid.year
    and registered.county_code = grid.county_code
    and registered.stage = grid.stage
    and registered.indicator = grid.indicator
left join register_gap on register_gap.year = grid.year and register_gap.county_code = grid.county_code
left join missing
    on missing.year = grid.year
    and missing.county_code = grid.county_code
    and missing.stage = grid.stage
    and missing.indicator = grid.indicator
left join total
    on total.year = grid.year
    and total.county_code = grid.county_code
    and total.stage = grid.stage
    and total.indicator = grid.indicator
left join spread
    on spread.year = grid.year
    and spread.county_code = grid.county_code
    and spread.stage = grid.stage
    and spread.indicator = grid.indicator
