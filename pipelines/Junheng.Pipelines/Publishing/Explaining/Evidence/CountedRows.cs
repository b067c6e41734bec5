namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>Rows that are counted or held against a cap one by one, for each school judged. What fails or cannot be told comes first.</summary>
static class CountedRows
{
    /// <summary>The results of the schools, and which of them the county's verdict rests on.</summary>
    public const string Results = """
        with result as (
            select *, coalesce(verdict = case when bool_or(verdict = 'not_met') over () then 'not_met' when bool_or(verdict = 'unknown') over () then 'unknown' end, false) as decisive
            from school_rule_result
            where year = $year and county_code = $county and ($school is null or school_code = $school) and indicator = $indicator and part = $part and stage = $stage
        ),
        choice as (
            select
                coalesce(bool_or(name = 'rooms_and_size_in_complete_secondary' and value = 'whole'), false) as whole,
                coalesce(bool_or(name = 'pool_music_art' and value = 'pooled'), false) as pooled
            from parameter
        )
        """;

    /// <summary>Classes of each school, and its rooms of the kind.</summary>
    public const string Rooms = Results + """
        , row_of as (
            select result.school_code as judged, result.school_code as unit, 'denominator' as role, $year as year, school_stage.stage, 'school' as home, 'classes' as field, result.decisive as decides
            from result
            cross join choice
            join school_stage on school_stage.year = $year and school_stage.school_code = result.school_code
            where (school_stage.stage in ('primary', 'junior') or (school_stage.stage = 'senior' and choice.whole))
                and (school_stage.classes is not null or coalesce(school_stage.pupils, 1) <> 0)
            union all by name
            select
                result.school_code as judged, room.school_code as unit, 'counted' as role, room.room as item, $year as year, 'all' as stage, 'room' as dataset, 'room_area' as field,
                cast(room.room_area as varchar) as amount, room.file, room.sheet, room."row", room.room_area_cell as cell, room.standing, result.decisive as decides
            from result
            cross join choice
            join rule_part
                on rule_part.indicator = result.indicator and rule_part.stage = result.stage and rule_part.formula = 'enough_rooms' and (choice.pooled or rule_part.part = result.part)
            join campus on campus.year = $year and campus.counted_with = result.school_code
            join filed_room as room on room.year = $year and room.school_code = campus.school_code and room.room_kind = rule_part.room_kind
        )
        select * from row_of order by decides desc, judged, role desc, stage desc, unit, item
        """;

    /// <summary>Pupils of the compulsory stages of each school, the largest school first.</summary>
    public const string Pupils = Results + """
        select
            result.school_code as judged, result.school_code as unit, 'counted' as role, $year as year, school_stage.stage, 'school' as home, 'pupils' as field, result.decisive as decides
        from result
        cross join choice
        join school on school.year = $year and school.school_code = result.school_code
        join school_stage
            on school_stage.year = $year and school_stage.school_code = result.school_code
            and (school_stage.stage in ('primary', 'junior') or (school_stage.stage = 'senior' and choice.whole and school.school_type = 'complete_secondary_school'))
        order by decides desc, result.value desc, judged, school_stage.stage desc
        """;

    /// <summary>Classes of each school-stage one by one, else its bands; and how many classes it says it has. The largest first.</summary>
    public const string Classes = Results + """
        , filed as (
            select result.school_code as judged, result.decisive, result.threshold, class.*
            from result
            join campus on campus.year = $year and campus.counted_with = result.school_code
            join filed_class as class on class.year = $year and class.school_code = campus.school_code and class.stage = $stage
        ),
        band as (
            select result.school_code as judged, result.decisive, result.threshold, band.*
            from result
            join campus on campus.year = $year and campus.counted_with = result.school_code
            join filed_class_band as band on band.year = $year and band.school_code = campus.school_code and band.stage = $stage
            where result.school_code not in (select judged from filed)
        ),
        row_of as (
            select
                judged, school_code as unit, 'counted' as role, class as item, year, stage, 'class' as dataset, 'class_pupils' as field, cast(class_pupils as varchar) as amount,
                file, sheet, "row", class_pupils_cell as cell, standing, class_pupils > threshold or (decisive and class_pupils is null) as decides, class_pupils as size
            from filed
            union all by name
            select
                judged, school_code as unit, 'counted' as role, band as item, year, stage, 'class_band' as dataset, 'band_classes' as field, cast(band_classes as varchar) as amount,
                file, sheet, "row", band_classes_cell as cell, standing, decisive and coalesce(band_to > threshold, true) and coalesce(band_classes > 0, true) as decides, band_from as size
            from band
            union all by name
            select
                judged, school_code as unit, 'bound' as role, band as item, year, stage, 'class_band' as dataset, bound.field, cast(bound.amount as varchar) as amount,
                file, sheet, "row", bound.cell, standing, false as decides, band_from as size
            from band
            cross join lateral (values ('band_from', band_from, band_from_cell), ('band_to', band_to, band_to_cell)) as bound(field, amount, cell)
            union all by name
            select school_code as judged, school_code as unit, 'denominator' as role, $year as year, $stage as stage, 'school' as home, 'classes' as field, false as decides, null as size
            from result
        )
        select * from row_of order by decides desc, size desc nulls last, judged, role desc, unit, item, field
        """;
}
