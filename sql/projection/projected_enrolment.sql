-- grain: county_code, school_code, stage, year
-- inputs: projected_school, school_indicator, school_grade, projected_grade
-- clause: method.md §9.1; docs/method/projection.md
-- Whom each school would teach one and two years after the latest count: one number for all its indicators, by the method whose heads were nearest in the years counted since, the
-- simpler one where it was not beaten; low and high as wide as four in five schools were off. Refused for a stage of a county that was counted in fewer than four years or of which
-- a school's pupils or all its resources are not known now: a sum over the others would be of fewer schools.

with counted as (
    select year, county_code, school_code, stage, max(denominator) filter (where denominator > 0) as pupils
    from school_indicator
    where part = ''
    group by year, county_code, school_code, stage
),

-- Every indicator projects the same pupils, but where a year of one was not filed.
ahead as (
    select origin, county_code, school_code, stage, year, method, quantile_disc(pupils, 0.5) as pupils, min(pupils_basis) as basis
    from projected_school
    group by origin, county_code, school_code, stage, year, method
),

latest as (
    select max(origin) as origin
    from ahead
),

error as (
    select ahead.stage, ahead.method, ahead.year - ahead.origin as years_ahead, ahead.pupils, counted.pupils as counted
    from ahead
    join counted on counted.year = ahead.year and counted.school_code = ahead.school_code and counted.stage = ahead.stage
    where counted.pupils is not null and ahead.pupils > 0
),

chosen as (
    select stage, method
    from error
    group by stage, method
    qualify row_number() over (partition by stage order by sum(abs(counted - pupils)), case method when 'last_value' then 0 when 'drift' then 1 when 'theil_sen' then 2 else 3 end, method) = 1
),

reach as (
    select error.stage, error.years_ahead, quantile_cont(cast(abs(error.counted - error.pupils) as double) / cast(error.pupils as double), 0.8) as off
    from error
    join chosen on chosen.stage = error.stage and chosen.method = error.method
    group by error.stage, error.years_ahead
    having count(*) >= 10
),

record as (
    select
        counted.county_code,
        counted.stage,
        count(distinct counted.year) filter (where counted.pupils is not null) as years,
        bool_or(counted.year = latest.origin and (counted.pupils is null or followed.school_code is null)) as incomplete
    from counted
    cross join latest
    left join (select distinct origin, school_code, stage from ahead) as followed
        on followed.origin = latest.origin and followed.school_code = counted.school_code and followed.stage = counted.stage
    where counted.year between latest.origin - 5 and latest.origin
    group by counted.county_code, counted.stage
),

-- Why a school is not projected by its grades.
graded as (
    select school_grade.year, school_grade.school_code, school_grade.stage, bool_and(school_grade.adds_up) as adds_up, bool_or(projected_grade.school_code is not null) as projected
    from school_grade
    left join (select distinct origin, school_code, stage from projected_grade) as projected_grade
        on projected_grade.origin = school_grade.year and projected_grade.school_code = school_grade.school_code and projected_grade.stage = school_grade.stage
    group by school_grade.year, school_grade.school_code, school_grade.stage
),

projected as (
    select
        ahead.*,
        case
            when graded.school_code is null then 'not_filed'
            when not graded.adds_up then 'do_not_add_up'
            when not graded.projected then 'too_few_years'
            when ahead.basis = 'stage' then 'not_nearer'
            else ''
        end as grades,
        counted.pupils as now,
        reach.off,
        case when record.years < 4 then 'fewer_than_four_years' when record.incomplete then 'school_not_known' else '' end as refused
    from ahead
    join latest on latest.origin = ahead.origin
    join counted on counted.year = ahead.origin and counted.school_code = ahead.school_code and counted.stage = ahead.stage
    join record on record.county_code = ahead.county_code and record.stage = ahead.stage
    left join graded on graded.year = ahead.origin and graded.school_code = ahead.school_code and graded.stage = ahead.stage
    left join chosen on chosen.stage = ahead.stage
    left join reach on reach.stage = ahead.stage and reach.years_ahead = ahead.year - ahead.origin
    where ahead.method = coalesce(chosen.method, 'last_value')
)

select
    county_code,
    school_code,
    stage,
    year,
    origin,
    cast(now as decimal(18, 6)) as counted,
    case when refused = '' then cast(round(pupils) as decimal(18, 6)) end as pupils,
    case when refused = '' then cast(greatest(0, floor(cast(pupils as double) * (1 - off))) as decimal(18, 6)) end as low,
    case when refused = '' then cast(ceil(cast(pupils as double) * (1 + off)) as decimal(18, 6)) end as high,
    case when refused = '' then method else '' end as method,
    case when refused = '' then basis else '' end as basis,
    case when refused = '' then grades else '' end as grades,
    refused as flag
from projected
