-- grain: year, county_code, stage, indicator
-- inputs: lacking, remedy
-- What a county's schools lack together, indicator by indicator, in things one can add; shared premises are counted once. Beside it the schools whose gap is not known.

with judged as (
    select year, county_code, stage, indicator, count(*) as schools, any_value(sort_order order by sort_order) as sort_order
    from lacking
    group by year, county_code, stage, indicator
),

gathered as (
    select
        year,
        county_code,
        stage,
        indicator,
        any_value(unit order by unit) as unit,
        any_value(unit_en order by unit_en) as unit_en,
        count(*) filter (where to_threshold > 0) as schools_short,
        count(*) filter (where left_at_floor) as schools_left_at_floor,
        count(*) filter (where needed is null) as schools_unknown,
        sum(amount) as amount,
        sum(to_threshold) as to_threshold,
        case when count(*) filter (where amount > 0 and price is null) = 0 then sum(cost) end as cost
    from remedy
    group by year, county_code, stage, indicator
)

select
    judged.year,
    judged.county_code,
    judged.stage,
    judged.indicator,
    cast(judged.schools as integer) as schools,
    cast(coalesce(gathered.schools_short, 0) as integer) as schools_short,
    cast(coalesce(gathered.schools_left_at_floor, 0) as integer) as schools_left_at_floor,
    cast(coalesce(gathered.schools_unknown, 0) as integer) as schools_unknown,
    cast(case when gathered.indicator is null then 0 else coalesce(gathered.amount, 0) end as decimal(38, 6)) as amount,
    gathered.unit,
    gathered.unit_en,
    cast(case when gathered.indicator is null then 0 else gathered.cost end as decimal(38, 2)) as cost,
    cast(case when gathered.indicator is null then 0 else coalesce(gathered.to_threshold, 0) end as decimal(38, 6)) as to_threshold
from judged
left join gathered
    on gathered.year = judged.year
    and gathered.county_code = judged.county_code
    and gathered.stage = judged.stage
    and gathered.indicator = judged.indicator
