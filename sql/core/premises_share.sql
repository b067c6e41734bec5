-- grain: year, school_code, stage
-- inputs: school_stage, campus, rule_split, quarantine
-- clause: 一贯制学校和完全中学……需要做拆分处理 (1 : 1.1 : 1.32; 1 : 1.2)
-- How the stages of a school share what the whole school has: W = Σ weight × pupils. W is missing until every stage that shares has filed its pupils,
-- because otherwise a nine-year school's whole area would go undivided to the one stage that did; and while a stage row of the school is set aside, for the same reason.

with sharing as (
    select
        school_stage.year,
        school_stage.school_code,
        school_stage.stage,
        school_stage.pupils,
        positions.position
    from school_stage
    join (select distinct lowest_stage, lowest_position as position from rule_split) as positions
        on positions.lowest_stage = school_stage.stage
    where school_stage.pupils is null or school_stage.pupils > 0
),

lowest as (
    select year, school_code, min(position) as position
    from sharing
    group by year, school_code
),

weighted as (
    select
        sharing.year,
        sharing.school_code,
        sharing.stage,
        rule_split.weight,
        cast(rule_split.weight as decimal(38, 6)) * cast(sharing.pupils as decimal(38, 6)) as weighted
    from sharing
    join lowest on lowest.year = sharing.year and lowest.school_code = sharing.school_code
    join rule_split on rule_split.lowest_position = lowest.position and rule_split.stage = sharing.stage
),

hidden as (
    select distinct quarantine.year, coalesce(campus.counted_with, quarantine.school_code) as school_code
    from quarantine
    left join campus on campus.year = quarantine.year and campus.school_code = quarantine.school_code
    where quarantine.dataset = 'stage' and quarantine.code <> 'ROW-DUPLICATE-DECLARED'
),

shared as (
    select
        weighted.year,
        weighted.school_code,
        count(*) as stages,
        case when count(weighted.weighted) = count(*) and count(hidden.school_code) = 0 then cast(sum(weighted.weighted) as decimal(38, 12)) end as weighted_pupils
    from weighted
    left join hidden on hidden.year = weighted.year and hidden.school_code = weighted.school_code
    group by weighted.year, weighted.school_code
)

select
    weighted.year,
    weighted.school_code,
    weighted.stage,
    cast(weighted.weight as decimal(9, 6)) as weight,
    shared.weighted_pupils,
    cast(shared.stages as integer) as stages
from weighted
join shared on shared.year = weighted.year and shared.school_code = weighted.school_code
