-- grain: year, county_code_today, stage, indicator
-- inputs: counted_school
-- clause: docs/method/time.md, as filed and as now
-- Each year's schools in the counties of today: one series that neither a new code nor a moved boundary breaks. It is a comparison: verdicts are on the county as it was filed.

with total as (
    select
        *,
        cast(sum(pupils) over county as decimal(38, 6)) as county_pupils,
        cast(sum(amount) over county as decimal(38, 12)) as county_total
    from counted_school
    window county as (partition by year, county_code_today, stage, indicator)
),

term as (
    select
        *,
        cast(case when county_total > 0 then
            cast(pupils as double) / cast(county_pupils as double)
            * pow((cast(amount as double) / cast(pupils as double)) / (cast(county_total as double) / cast(county_pupils as double)) - 1, 2)
        end as decimal(38, 18)) as squared
    from total
)

select
    year,
    county_code_today,
    stage,
    indicator,
    string_agg(distinct county_code, ',' order by county_code) as county_codes,
    cast(count(*) as integer) as schools,
    max(county_pupils) as pupils,
    max(county_total) as total,
    cast(max(times) as double) * cast(max(county_total) as double) / cast(max(county_pupils) as double) as mean,
    sqrt(cast(cast(sum(squared) as decimal(38, 18)) as double)) as cv
from term
group by year, county_code_today, stage, indicator
