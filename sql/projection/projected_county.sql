-- grain: origin, county_code, stage, indicator, year, method
-- inputs: projected_school, rule
-- clause: method.md §9.1: never forecast a CV by trending the CV
-- The county mean and the coefficient between schools, computed from the projected schools as they are from counted ones. A school projected to no pupils is gone.

with member as (
    select *
    from projected_school
    where pupils > 0
),

total as (
    select
        origin, county_code, stage, indicator, year, method,
        count(*) as schools,
        cast(sum(pupils) as decimal(38, 6)) as pupils,
        cast(sum(amount) as decimal(38, 12)) as total,
        count(*) filter (where pupils_basis = 'grade') as schools_by_grade,
        count(*) filter (where resource_basis = 'committed') as schools_committed
    from member
    group by origin, county_code, stage, indicator, year, method
),

spread as (
    select
        member.origin, member.county_code, member.stage, member.indicator, member.year, member.method,
        cast(sum(cast(
            (cast(member.pupils as double) / cast(total.pupils as double))
            * power((cast(member.amount as double) / cast(member.pupils as double)) / (cast(total.total as double) / cast(total.pupils as double)) - 1, 2)
            as decimal(38, 18)
        )) as decimal(38, 18)) as cv_squared
    from member
    join total
        on total.origin = member.origin
        and total.county_code = member.county_code
        and total.stage = member.stage
        and total.indicator = member.indicator
        and total.year = member.year
        and total.method = member.method
    where total.total > 0
    group by member.origin, member.county_code, member.stage, member.indicator, member.year, member.method
)

select
    total.origin,
    total.county_code,
    total.stage,
    total.indicator,
    total.year,
    total.method,
    cast(total.schools as integer) as schools,
    total.pupils,
    total.total,
    cast(rule.times as double) * cast(total.total as double) / cast(total.pupils as double) as value,
    sqrt(cast(spread.cv_squared as double)) as cv,
    cast(total.schools_by_grade as integer) as schools_by_grade,
    cast(total.schools_committed as integer) as schools_committed
from total
join rule on rule.indicator = total.indicator and rule.part = '' and rule.stage = total.stage
left join spread
    on spread.origin = total.origin
    and spread.county_code = total.county_code
    and spread.stage = total.stage
    and spread.indicator = total.indicator
    and spread.year = total.year
    and spread.method = total.method
