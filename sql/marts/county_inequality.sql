-- grain: year, county_code, stage, indicator
-- inputs: school, school_indicator, coefficient_base
-- clause: method.md §9.2 (comparisons beside the official coefficient; none of them is judged)
-- Other views of the same differences: the range, and Theil's T divided into differences within and between town, county seat and countryside.

with member as (
    select
        school_indicator.year,
        school_indicator.county_code,
        school_indicator.stage,
        school_indicator.indicator,
        coalesce(school.area, 'not_stated') as area,
        school_indicator.numerator as amount,
        school_indicator.denominator as pupils,
        coefficient_base.total as county_total,
        coefficient_base.pupils as county_pupils,
        coefficient_base.times
    from school_indicator
    join school on school.year = school_indicator.year and school.school_code = school_indicator.school_code
    join coefficient_base
        on coefficient_base.year = school_indicator.year
        and coefficient_base.county_code = school_indicator.county_code
        and coefficient_base.stage = school_indicator.stage
        and coefficient_base.indicator = school_indicator.indicator
    where school_indicator.part = ''
        and school_indicator.numerator is not null
        and school_indicator.denominator > 0
        and coefficient_base.total > 0
),

grouped as (
    select
        year,
        county_code,
        stage,
        indicator,
        area,
        count(*) as schools,
        cast(sum(amount) as decimal(38, 12)) as area_total,
        cast(sum(pupils) as decimal(38, 6)) as area_pupils
    from member
    group by year, county_code, stage, indicator, area
),

within_term as (
    select
        member.year,
        member.county_code,
        member.stage,
        member.indicator,
        cast(case when member.amount > 0 then
            cast(member.amount as double) / cast(member.county_total as double)
            * ln((cast(member.amount as double) / cast(member.pupils as double)) / (cast(grouped.area_total as double) / cast(grouped.area_pupils as double)))
        else 0 end as decimal(38, 18)) as within_part,
        cast(member.times as double) * cast(member.amount as double) / cast(member.pupils as double) as value
    from member
    join grouped
        on grouped.year = member.year
        and grouped.county_code = member.county_code
        and grouped.stage = member.stage
        and grouped.indicator = member.indicator
        and grouped.area = member.area
),

within_sum as (
    select
        year,
        county_code,
        stage,
        indicator,
        cast(sum(within_part) as decimal(38, 18)) as theil_within,
        min(value) as value_min,
        max(value) as value_max
    from within_term
    group by year, county_code, stage, indicator
),

between_sum as (
    select
        grouped.year,
        grouped.county_code,
        grouped.stage,
        grouped.indicator,
        count(*) as areas,
        cast(sum(cast(case when grouped.area_total > 0 then
            cast(grouped.area_total as double) / cast(coefficient_base.total as double)
            * ln((cast(grouped.area_total as double) / cast(grouped.area_pupils as double)) / (cast(coefficient_base.total as double) / cast(coefficient_base.pupils as double)))
        else 0 end as decimal(38, 18))) as decimal(38, 18)) as theil_between
    from grouped
    join coefficient_base
        on coefficient_base.year = grouped.year
        and coefficient_base.county_code = grouped.county_code
        and coefficient_base.stage = grouped.stage
        and coefficient_base.indicator = grouped.indicator
    group by grouped.year, grouped.county_code, grouped.stage, grouped.indicator
)

select
    within_sum.year,
    within_sum.county_code,
    within_sum.stage,
    within_sum.indicator,
    within_sum.value_min,
    within_sum.value_max,
    within_sum.value_max - within_sum.value_min as value_range,
    within_sum.value_max / nullif(within_sum.value_min, 0) as range_ratio,
    cast(coefficient_base.gini as double) as gini,
    cast(coefficient_base.theil as double) as theil,
    cast(within_sum.theil_within as double) as theil_within,
    cast(between_sum.theil_between as double) as theil_between,
    cast(between_sum.areas as integer) as areas
from within_sum
join between_sum
    on between_sum.year = within_sum.year
    and between_sum.county_code = within_sum.county_code
    and between_sum.stage = within_sum.stage
    and between_sum.indicator = within_sum.indicator
join coefficient_base
    on coefficient_base.year = within_sum.year
    and coefficient_base.county_code = within_sum.county_code
    and coefficient_base.stage = within_sum.stage
    and coefficient_base.indicator = within_sum.indicator
