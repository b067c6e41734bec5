-- grain: year, school_code, stage, indicator, part
-- inputs: school_scope, school_stage, campus, sound_class, sound_class_band, rule_part
-- clause: 小学、初中所有班级学生数分别不超过 45 人、50 人 (抚顺县 2020)
-- Classes over the cap must be none. Classes filed one by one prevail over bands; a band that straddles the cap, or fewer classes than the school says it has, is unknown.

with due as (
    select school_scope.*, rule_part.part, rule_part.threshold, school_stage.classes
    from school_scope
    join rule_part on rule_part.indicator = school_scope.indicator and rule_part.stage = school_scope.stage and rule_part.level = 'class'
    join school_stage
        on school_stage.year = school_scope.year
        and school_stage.school_code = school_scope.school_code
        and school_stage.stage = school_scope.stage
    where school_scope.in_scope
),

single as (
    select
        due.year,
        due.school_code,
        due.stage,
        due.indicator,
        due.part,
        count(*) as filed,
        count(*) filter (where sound_class.class_pupils > due.threshold) as over_cap,
        0 as straddling,
        count(*) filter (where sound_class.class_pupils is null) as blank,
        string_agg(concat(sound_class.file, ' ', sound_class.class_pupils_cell), '; ' order by sound_class.school_code, sound_class.class) filter (where sound_class.class_pupils > due.threshold) as cells
    from due
    join campus on campus.year = due.year and campus.counted_with = due.school_code
    join sound_class on sound_class.year = due.year and sound_class.school_code = campus.school_code and sound_class.stage = due.stage
    group by all
),

banded as (
    select
        due.year,
        due.school_code,
        due.stage,
        due.indicator,
        due.part,
        coalesce(sum(sound_class_band.band_classes), 0) as filed,
        coalesce(sum(sound_class_band.band_classes) filter (where sound_class_band.band_from > due.threshold), 0) as over_cap,
        coalesce(sum(sound_class_band.band_classes) filter (
            where coalesce(sound_class_band.band_from, 0) <= due.threshold
            and (sound_class_band.band_to is null or sound_class_band.band_to > due.threshold)
        ), 0) as straddling,
        count(*) filter (where sound_class_band.band_classes is null) as blank,
        string_agg(concat(sound_class_band.file, ' ', sound_class_band.band_classes_cell), '; ' order by sound_class_band.school_code, sound_class_band.band)
            filter (where sound_class_band.band_from > due.threshold and sound_class_band.band_classes > 0) as cells
    from due
    join campus on campus.year = due.year and campus.counted_with = due.school_code
    join sound_class_band
        on sound_class_band.year = due.year
        and sound_class_band.school_code = campus.school_code
        and sound_class_band.stage = due.stage
    group by all
),

counted as (
    select
        due.*,
        coalesce(single.filed, banded.filed) as filed,
        coalesce(single.over_cap, banded.over_cap) as over_cap,
        coalesce(single.straddling, banded.straddling) as straddling,
        coalesce(single.blank, banded.blank) as blank,
        coalesce(single.cells, banded.cells, '') as evidence
    from due
    left join single
        on single.year = due.year
        and single.school_code = due.school_code
        and single.stage = due.stage
        and single.indicator = due.indicator
        and single.part = due.part
    left join banded
        on single.year is null
        and banded.year = due.year
        and banded.school_code = due.school_code
        and banded.stage = due.stage
        and banded.indicator = due.indicator
        and banded.part = due.part
),

judged as (
    select
        *,
        case
            when threshold is null then 'threshold_unknown'
            when over_cap > 0 then 'over_the_cap'
            when filed is null or blank > 0 then 'class_size_not_filed'
            when straddling > 0 then 'band_straddles_cap'
            when classes is null or classes = 0 then 'classes_not_filed'
            when filed < classes then 'classes_incomplete'
            else ''
        end as outcome
    from counted
)

select
    year,
    school_code,
    stage,
    indicator,
    part,
    county_code,
    school_code as unit_code,
    cast(over_cap as double) as value,
    cast(over_cap as decimal(38, 12)) as numerator,
    cast(classes as decimal(38, 12)) as denominator,
    threshold,
    case outcome when '' then 'met' when 'over_the_cap' then 'not_met' else 'unknown' end as verdict,
    outcome as reason,
    evidence
from judged
