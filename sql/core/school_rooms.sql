-- grain: year, school_code, stage, indicator, part
-- inputs: school_scope, school_stage, campus, filed_room, rule_part, exception_threshold, parameter
-- clause: 每 12 个班级配备音乐、美术专用教室 1 间以上；其中，每间音乐专用教室面积不小于 96 平方米，每间美术专用教室面积不小于 90 平方米 (抚顺县 2020)
-- Rooms needed = classes / 12, rounded up. A school with no row of a kind has not filed it; one with none files a room of area 0.

with choice as (
    select
        coalesce(bool_or(name = 'pool_music_art' and value = 'pooled'), false) as pooled,
        coalesce(bool_or(name = 'rooms_and_size_in_complete_secondary' and value = 'whole'), false) as whole,
        coalesce(bool_or(name = 'exceptions' and value <> 'off'), false) as excepted
    from parameter
),

taught as (
    select
        school_stage.year,
        school_stage.school_code,
        count(*) filter (where school_stage.classes is null and coalesce(school_stage.pupils, 1) <> 0) as missing,
        sum(school_stage.classes) as classes
    from school_stage
    cross join choice
    where school_stage.stage in ('primary', 'junior') or (school_stage.stage = 'senior' and choice.whole)
    group by school_stage.year, school_stage.school_code
),

room as (
    select
        school_scope.year,
        school_scope.school_code,
        school_scope.stage,
        school_scope.indicator,
        school_scope.county_code,
        rule_part.part,
        rule_part.per_classes,
        rule_part.threshold,
        coalesce(exception_threshold.exceptions, '') as exception,
        count(filed_room.room) as filed,
        count(*) filter (where filed_room.room_area >= rule_part.threshold) as enough,
        count(*) filter (where filed_room.room_area >= least(rule_part.threshold, exception_threshold.smallest)) as enough_excepted,
        count(*) filter (where filed_room.room is not null and filed_room.room_area is null) as blank,
        coalesce(string_agg(concat(filed_room.file, ' ', filed_room.room_area_cell), '; ' order by filed_room.school_code, filed_room.room) filter (where filed_room.room is not null), '') as evidence
    from school_scope
    join rule_part on rule_part.indicator = school_scope.indicator and rule_part.stage = school_scope.stage and rule_part.formula = 'enough_rooms'
    left join exception_threshold
        on exception_threshold.year = school_scope.year
        and exception_threshold.school_code = school_scope.school_code
        and exception_threshold.indicator = rule_part.indicator
        and exception_threshold.part = rule_part.part
    join campus on campus.year = school_scope.year and campus.counted_with = school_scope.school_code
    left join filed_room
        on filed_room.year = school_scope.year
        and filed_room.school_code = campus.school_code
        and filed_room.room_kind = rule_part.room_kind
    where school_scope.in_scope
    group by all
),

counted as (
    select
        room.*,
        case when taught.missing = 0 and taught.classes > 0 then ceil(cast(taught.classes as double) / room.per_classes) end as need,
        case when choice.pooled then sum(room.enough) over indicator_rooms else room.enough end as have,
        case when choice.pooled then sum(room.enough_excepted) over indicator_rooms else room.enough_excepted end as have_excepted,
        choice.excepted,
        case when choice.pooled then sum(room.blank) over indicator_rooms else room.blank end as may_be,
        case when choice.pooled then min(room.filed) over indicator_rooms else room.filed end as rows_filed
    from room
    cross join choice
    left join taught on taught.year = room.year and taught.school_code = room.school_code
    window indicator_rooms as (partition by room.year, room.school_code, room.stage, room.indicator)
),

-- By the ordinary areas, and by those of the school's exceptions.
reading as (
    select *, false as by_exception, have as enough_rooms from counted
    union all
    select *, true as by_exception, have_excepted as enough_rooms from counted
),

outcome as (
    select
        *,
        case
            when threshold is null then 'threshold_unknown'
            when need is null then 'classes_not_filed'
            when enough_rooms >= need then ''
            when rows_filed = 0 then 'rooms_not_filed'
            when enough_rooms + may_be >= need then 'room_area_not_filed'
            else 'too_few_rooms'
        end as outcome,
        case outcome when '' then 'met' when 'too_few_rooms' then 'not_met' else 'unknown' end as verdict
    from reading
),

judged as (
    select
        *,
        max(verdict) filter (where not by_exception) over same_part as verdict_without_exceptions,
        max(verdict) filter (where by_exception) over same_part as verdict_with_exceptions
    from outcome
    window same_part as (partition by year, school_code, stage, indicator, part)
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    county_code,
    school_code as unit_code,
    cast(enough_rooms as double) as value,
    cast(enough_rooms as decimal(38, 12)) as numerator,
    cast(need as decimal(38, 12)) as denominator,
    threshold,
    verdict,
    outcome as reason,
    evidence,
    exception,
    verdict_without_exceptions,
    verdict_with_exceptions
from judged
where by_exception = excepted
