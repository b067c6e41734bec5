-- grain: year, county_code, peer_code
-- inputs: county_profile
-- The counties of the same year that are most like each one, whatever plan they are in: nearest in log pupils, log size of schools and share of urban pupils, each measured in standard
-- deviations over all counties of that year. Nearness is no rank. A county with a trait unknown has no peers and is none.

with trait as (
    select
        year,
        county_code,
        cast(ln(cast(pupils as double)) as decimal(18, 12)) as size,
        cast(ln(cast(school_size as double)) as decimal(18, 12)) as school,
        cast(urban_share as decimal(18, 12)) as urban
    from county_profile
    where pupils > 0 and school_size > 0 and urban_share is not null
),

middle as (
    select
        year,
        count(*) as counties,
        cast(sum(size) as double) / count(*) as size,
        cast(sum(school) as double) / count(*) as school,
        cast(sum(urban) as double) / count(*) as urban
    from trait
    group by year
),

spread as (
    select
        trait.year,
        sqrt(cast(sum(cast(power(cast(trait.size as double) - middle.size, 2) as decimal(38, 18))) as double) / middle.counties) as size,
        sqrt(cast(sum(cast(power(cast(trait.school as double) - middle.school, 2) as decimal(38, 18))) as double) / middle.counties) as school,
        sqrt(cast(sum(cast(power(cast(trait.urban as double) - middle.urban, 2) as decimal(38, 18))) as double) / middle.counties) as urban
    from trait
    join middle on middle.year = trait.year
    group by trait.year, middle.counties
),

-- Where all are the same in a trait it tells none apart.
apart as (
    select
        one.year,
        one.county_code,
        other.county_code as peer_code,
        cast(sqrt(
            coalesce(power(cast(one.size - other.size as double) / nullif(spread.size, 0), 2), 0)
            + coalesce(power(cast(one.school - other.school as double) / nullif(spread.school, 0), 2), 0)
            + coalesce(power(cast(one.urban - other.urban as double) / nullif(spread.urban, 0), 2), 0)
        ) as decimal(18, 6)) as distance
    from trait as one
    join trait as other on other.year = one.year and other.county_code <> one.county_code
    join spread on spread.year = one.year
)

select
    year,
    county_code,
    peer_code,
    cast(row_number() over (partition by year, county_code order by distance, peer_code) as integer) as place,
    distance
from apart
qualify place <= 5
