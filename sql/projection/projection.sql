-- grain: county_code, stage, indicator, year
-- inputs: projected_county, projection_method, filed_measure, trend, school_grade
-- clause: method.md §9.1; docs/method/projection.md
-- Where a county's mean and its coefficient will be one and two years after the latest count, low and high as wide as four in five projections were off. Refused where fewer than
-- four years were counted or a school of the latest count is not known; what rests on years with a gap or a changed definition says so.

with latest as (
    select max(origin) as origin
    from projected_county
),

span as (
    select distinct year
    from filed_measure
    where year between (select origin from latest) - 5 and (select origin from latest)
),

record as (
    select
        filed_measure.county_code,
        filed_measure.stage,
        filed_measure.indicator,
        count(filed_measure.value) as years,
        count(*) filter (where filed_measure.value is not null and filed_measure.schools_unknown = 0) as whole_years,
        bool_or(filed_measure.year = (select origin from latest) and filed_measure.schools_unknown > 0) as last_incomplete,
        bool_or(trend.flag like '%break%') as broken
    from filed_measure
    join span on span.year = filed_measure.year
    left join trend
        on trend.year = filed_measure.year
        and trend.county_code = filed_measure.county_code
        and trend.stage = filed_measure.stage
        and trend.indicator = filed_measure.indicator
    where filed_measure.per_pupil
    group by filed_measure.county_code, filed_measure.stage, filed_measure.indicator
),

-- Who filed grades in three years and then not of every school says so: leaving them out must not choose the method.
graded as (
    select county_code, stage, count(distinct year) as years
    from school_grade
    where year between (select origin from latest) - 5 and (select origin from latest)
    group by county_code, stage
),

-- Means by the method that suits means, coefficients by the one that suits coefficients, both from projected schools.
ahead as (
    select
        mean.county_code,
        mean.stage,
        mean.indicator,
        mean.year,
        mean.value,
        mean_method.off as value_off,
        mean.method,
        spread.cv,
        spread_method.off as cv_off,
        spread.method as cv_method,
        mean.pupils,
        mean.schools,
        mean.schools_by_grade,
        mean.schools_committed,
        spread.schools_by_grade as cv_schools_by_grade,
        mean_method.tested,
        record.years,
        record.whole_years,
        record.broken,
        greatest(mean.schools_by_grade, spread.schools_by_grade) < mean.schools and coalesce(graded.years >= 3, false) and 'cohort' in (mean.method, spread.method) as grades_incomplete,
        case
            when record.years < 4 then 'fewer_than_four_years'
            when record.last_incomplete then 'school_not_known'
            else ''
        end as refused
    from projected_county as mean
    join latest on latest.origin = mean.origin
    join projection_method as mean_method
        on mean_method.measure = 'value'
        and mean_method.origin = mean.origin
        and mean_method.stage = mean.stage
        and mean_method.indicator = mean.indicator
        and mean_method.ahead = mean.year - mean.origin
        and mean_method.method = mean.method
    join projection_method as spread_method
        on spread_method.measure = 'cv'
        and spread_method.origin = mean.origin
        and spread_method.stage = mean.stage
        and spread_method.indicator = mean.indicator
        and spread_method.ahead = mean.year - mean.origin
    join projected_county as spread
        on spread.origin = mean.origin
        and spread.county_code = mean.county_code
        and spread.stage = mean.stage
        and spread.indicator = mean.indicator
        and spread.year = mean.year
        and spread.method = spread_method.method
    join record
        on record.county_code = mean.county_code
        and record.stage = mean.stage
        and record.indicator = mean.indicator
    left join graded on graded.county_code = mean.county_code and graded.stage = mean.stage
)

select
    county_code,
    stage,
    indicator,
    year,
    case when refused = '' then value end as value,
    case when refused = '' then greatest(0, value * (1 - value_off)) end as low,
    case when refused = '' then value * (1 + value_off) end as high,
    case when refused = '' then method else '' end as method,
    case when refused <> '' then '' when schools_by_grade = schools then 'grade' when schools_by_grade > 0 then 'mixed' else 'stage' end as basis,
    case when refused <> '' then '' when schools_committed = schools then 'committed' when schools_committed > 0 then 'mixed' else 'method' end as resource_basis,
    case when refused = '' then cv end as cv,
    case when refused = '' then greatest(0, cv - cv_off) end as cv_low,
    case when refused = '' then cv + cv_off end as cv_high,
    case when refused = '' then cv_method else '' end as cv_method,
    case when refused <> '' then '' when cv_schools_by_grade = schools then 'grade' when cv_schools_by_grade > 0 then 'mixed' else 'stage' end as cv_basis,
    case when refused = '' then pupils end as pupils,
    case when refused = '' then schools end as schools,
    case when refused = '' then schools_committed end as schools_committed,
    tested,
    cast(years as integer) as years,
    concat_ws(
        ',',
        nullif(refused, ''),
        case when refused = '' and whole_years < (select count(*) from span) then 'years_incomplete' end,
        case when refused = '' and broken then 'break' end,
        case when refused = '' and grades_incomplete then 'grades_incomplete' end
    ) as flag
from ahead
