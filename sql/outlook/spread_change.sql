-- grain: year, county_code, stage, indicator
-- inputs: school_indicator, school_link, county_before
-- clause: method.md §9.1, planning pitfall 1
-- How the coefficient of the schools that were there in both years moved, and of that what their resources and what their enrolment did: the mean of both orders of
-- changing first one and then the other (Shapley), so that the two add up. Falling rolls alone can raise it.

-- Schools that became several, or one of several, are not the same in both years.
with same_school as (
    select
        year,
        school_code,
        school_code_before
    from school_link
    qualify count(*) over (partition by year, school_code) = 1 and count(*) over (partition by year, school_code_before) = 1
),

stayed as (
    select
        now.year,
        now.county_code,
        now.stage,
        now.indicator,
        now.school_code,
        now.numerator as amount_now,
        now.denominator as pupils_now,
        before.numerator as amount_before,
        before.denominator as pupils_before
    from school_indicator as now
    join same_school on same_school.year = now.year and same_school.school_code = now.school_code
    join county_before on county_before.year = now.year and county_before.county_code = now.county_code
    join school_indicator as before
        on before.year = now.year - 1
        and before.county_code = county_before.county_code_before
        and before.school_code = same_school.school_code_before
        and before.stage = now.stage
        and before.indicator = now.indicator
        and before.part = now.part
    where now.part = '' and now.numerator is not null and now.denominator > 0 and before.numerator is not null and before.denominator > 0
),

-- Each pairing of a year's resources with a year's enrolment.
pairing as (
    select
        stayed.year,
        stayed.county_code,
        stayed.stage,
        stayed.indicator,
        stayed.school_code,
        mixed.resources,
        mixed.enrolment,
        case mixed.resources when 'now' then stayed.amount_now else stayed.amount_before end as amount,
        case mixed.enrolment when 'now' then stayed.pupils_now else stayed.pupils_before end as pupils
    from stayed
    cross join (values ('before', 'before'), ('before', 'now'), ('now', 'before'), ('now', 'now')) as mixed (resources, enrolment)
),

total as (
    select
        year, county_code, stage, indicator, resources, enrolment,
        cast(sum(amount) as decimal(38, 12)) as amount,
        cast(sum(pupils) as decimal(38, 6)) as pupils,
        count(*) as schools
    from pairing
    group by year, county_code, stage, indicator, resources, enrolment
),

squared as (
    select
        pairing.year,
        pairing.county_code,
        pairing.stage,
        pairing.indicator,
        pairing.resources,
        pairing.enrolment,
        total.schools,
        cast(sum(cast(
            (cast(pairing.pupils as double) / cast(total.pupils as double))
            * power((cast(pairing.amount as double) / cast(pairing.pupils as double)) / (cast(total.amount as double) / cast(total.pupils as double)) - 1, 2)
            as decimal(38, 18)
        )) as decimal(38, 18)) as cv_squared
    from pairing
    join total
        on total.year = pairing.year
        and total.county_code = pairing.county_code
        and total.stage = pairing.stage
        and total.indicator = pairing.indicator
        and total.resources = pairing.resources
        and total.enrolment = pairing.enrolment
    where total.amount > 0
    group by pairing.year, pairing.county_code, pairing.stage, pairing.indicator, pairing.resources, pairing.enrolment, total.schools
),

paired as (
    select
        year,
        county_code,
        stage,
        indicator,
        schools,
        max(sqrt(cast(cv_squared as double))) filter (where resources = 'before' and enrolment = 'before') as cv_before,
        max(sqrt(cast(cv_squared as double))) filter (where resources = 'now' and enrolment = 'before') as cv_resources_only,
        max(sqrt(cast(cv_squared as double))) filter (where resources = 'before' and enrolment = 'now') as cv_enrolment_only,
        max(sqrt(cast(cv_squared as double))) filter (where resources = 'now' and enrolment = 'now') as cv_now
    from squared
    group by year, county_code, stage, indicator, schools
)

select
    year,
    county_code,
    stage,
    indicator,
    cast(schools as integer) as schools,
    cv_before,
    cv_now,
    ((cv_resources_only - cv_before) + (cv_now - cv_enrolment_only)) / 2 as by_resources,
    ((cv_enrolment_only - cv_before) + (cv_now - cv_resources_only)) / 2 as by_enrolment
from paired
