-- grain: year, county_code, stage, indicator
-- inputs: school_indicator, lacking, left_at_floor, rule, register_aside
-- clause: 上述七项指标每所学校至少要有6项指标达到要求,余项不能低于要求的85% (抚顺县 2020)
-- What a county's school-stages lack of each of the seven so that every one passes. Where something of a school is not known, neither is the indicator it had best leave at the
-- floor: `most` then counts every gap to the threshold and `least` to the floor only, so that nothing looks better for being left out. Shared premises stand in each stage.

with puzzling as (
    select distinct year, school_code
    from school_indicator
    where part = '' and verdict = 'unknown'
),

needed as (
    select
        school_indicator.year,
        school_indicator.county_code,
        school_indicator.stage,
        school_indicator.indicator,
        school_indicator.school_code,
        lacking.quantity,
        lacking.to_threshold,
        -- A band counts exceptions and rounding in; what it lets pass lacks nothing.
        case
            when school_indicator.band = 'meets' then 0
            when puzzling.school_code is not null or left_at_floor.indicator is distinct from lacking.indicator then lacking.to_threshold
            when school_indicator.band = 'near' then 0
            else lacking.to_floor
        end as most,
        case
            when school_indicator.band = 'meets' then 0
            when puzzling.school_code is null and left_at_floor.indicator is distinct from lacking.indicator then lacking.to_threshold
            when school_indicator.band = 'near' then 0
            else lacking.to_floor
        end as least,
        rule.shortfall_unit_zh as unit,
        rule.shortfall_unit_en as unit_en
    from school_indicator
    join rule
        on rule.indicator = school_indicator.indicator
        and rule.part = school_indicator.part
        and rule.stage = school_indicator.stage
    left join lacking
        on lacking.year = school_indicator.year
        and lacking.school_code = school_indicator.school_code
        and lacking.stage = school_indicator.stage
        and lacking.indicator = school_indicator.indicator
    left join puzzling on puzzling.year = school_indicator.year and puzzling.school_code = school_indicator.school_code
    left join left_at_floor
        on left_at_floor.year = school_indicator.year
        and left_at_floor.school_code = school_indicator.school_code
        and left_at_floor.stage = school_indicator.stage
    where school_indicator.part = '' and rule.dimension = 'resource' and school_indicator.verdict is not null
),

gathered as (
    select
        needed.year,
        needed.county_code,
        needed.stage,
        needed.indicator,
        any_value(needed.unit order by needed.unit) as unit,
        any_value(needed.unit_en order by needed.unit_en) as unit_en,
        count(*) as schools,
        count(*) filter (where needed.most > 0) as schools_short,
        count(*) filter (where needed.to_threshold is null) as schools_unknown,
        cast(sum(needed.quantity) as decimal(38, 6)) as has,
        cast(sum(needed.most) as decimal(38, 6)) as most,
        cast(coalesce(sum(needed.least), 0) as decimal(38, 6)) as least
    from needed
    group by needed.year, needed.county_code, needed.stage, needed.indicator
)

select
    gathered.year,
    gathered.county_code,
    gathered.stage,
    gathered.indicator,
    gathered.unit,
    gathered.unit_en,
    cast(gathered.schools as integer) as schools,
    cast(gathered.schools_short as integer) as schools_short,
    cast(gathered.schools_unknown as integer) as schools_unknown,
    case when gathered.schools_unknown = 0 then gathered.has end as has,
    case when gathered.schools_unknown = 0 then gathered.most end as most,
    case when gathered.schools_unknown = 0 then gathered.least end as least,
    case
        when gathered.least > 0 then 'not_met'
        when gathered.schools_unknown > 0 or gathered.most > 0 or register_aside.rows_aside is not null then 'unknown'
        else 'met'
    end as verdict
from gathered
left join register_aside on register_aside.year = gathered.year and register_aside.county_code = gathered.county_code
