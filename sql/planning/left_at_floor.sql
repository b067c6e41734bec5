-- grain: year, school_code, stage
-- inputs: lacking, rule_school
-- clause: 至少要有6项指标达到要求,余项不能低于要求的85% (抚顺县 2020)
-- Which indicator each school-stage had best leave at the floor: of all choices of one for each stage of a school, the one that leaves the least to add. Stages that share
-- premises are chosen for together, because what is built for one serves the other. Effort is money where every price is known, else the sum of the shares lacking.

with basis as (
    select
        year,
        school_code,
        case when count(*) filter (where to_threshold > 0 and price is null) = 0 then 'cost' else 'share' end as basis
    from lacking
    group by year, school_code
),

effort as (
    select
        lacking.year,
        lacking.school_code,
        lacking.stage,
        lacking.indicator,
        lacking.sort_order,
        lacking.split,
        basis.basis,
        cast(case when basis.basis = 'cost' then lacking.cost_to_threshold else lacking.share_to_threshold end as decimal(38, 9)) as full_effort,
        cast(case when basis.basis = 'cost' then lacking.cost_to_floor else lacking.share_to_floor end as decimal(38, 9)) as floor_effort
    from lacking
    join basis on basis.year = lacking.year and basis.school_code = lacking.school_code
    where lacking.to_threshold is not null
),

-- Nothing, or one indicator that lacks something; only where the rule leaves room for one.
choice as (
    select distinct effort.year, effort.school_code, effort.stage, '' as indicator, 0 as sort_order
    from effort
    union all
    select effort.year, effort.school_code, effort.stage, effort.indicator, effort.sort_order
    from effort
    cross join rule_school
    where effort.full_effort > effort.floor_effort and rule_school.need < rule_school.of
),

-- One choice for the lower stage and one for the upper; a school of one stage has no upper.
pair as (
    select
        lower_choice.year,
        lower_choice.school_code,
        lower_choice.stage as lower_stage,
        upper_choice.stage as upper_stage,
        lower_choice.indicator as lower_indicator,
        coalesce(upper_choice.indicator, '') as upper_indicator,
        lower_choice.sort_order as lower_order,
        coalesce(upper_choice.sort_order, 0) as upper_order
    from choice as lower_choice
    left join choice as upper_choice
        on upper_choice.year = lower_choice.year
        and upper_choice.school_code = lower_choice.school_code
        and lower_choice.stage = 'primary'
        and upper_choice.stage = 'junior'
    where lower_choice.stage = 'primary'
        or not exists (
            select 1
            from choice as other
            where other.year = lower_choice.year and other.school_code = lower_choice.school_code and other.stage = 'primary'
        )
),

demanded as (
    select
        pair.year,
        pair.school_code,
        pair.lower_stage,
        pair.upper_stage,
        pair.lower_indicator,
        pair.upper_indicator,
        pair.lower_order,
        pair.upper_order,
        effort.indicator,
        effort.split,
        effort.basis,
        case
            when effort.indicator = case when effort.stage = pair.lower_stage then pair.lower_indicator else pair.upper_indicator end then effort.floor_effort
            else effort.full_effort
        end as effort
    from pair
    join effort
        on effort.year = pair.year
        and effort.school_code = pair.school_code
        and (effort.stage = pair.lower_stage or effort.stage = pair.upper_stage)
),

-- Shared premises are added once, as much as the more demanding stage needs.
once as (
    select
        year, school_code, lower_stage, upper_stage, lower_indicator, upper_indicator, lower_order, upper_order, indicator, basis,
        case when split then max(effort) else sum(effort) end as effort
    from demanded
    group by year, school_code, lower_stage, upper_stage, lower_indicator, upper_indicator, lower_order, upper_order, indicator, split, basis
),

total as (
    select
        year, school_code, lower_stage, upper_stage, lower_indicator, upper_indicator, lower_order, upper_order, basis,
        sum(effort) as effort
    from once
    group by year, school_code, lower_stage, upper_stage, lower_indicator, upper_indicator, lower_order, upper_order, basis
),

best as (
    select *
    from total
    qualify row_number() over (partition by year, school_code order by effort, lower_order, upper_order) = 1
)

select year, school_code, lower_stage as stage, lower_indicator as indicator, basis
from best
union all
select year, school_code, upper_stage as stage, upper_indicator as indicator, basis
from best
where upper_stage is not null
