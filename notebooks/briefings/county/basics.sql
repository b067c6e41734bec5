-- The county's schools by type, and its pupils and classes as far as they were filed, in one row.
with type_word as (
    select * from (values
        ('primary_school', 1, '小学', 'primary schools'),
        ('teaching_point', 2, '教学点', 'teaching points'),
        ('junior_school', 3, '初级中学', 'junior schools'),
        ('nine_year_school', 4, '九年一贯制学校', 'nine-year schools'),
        ('complete_secondary_school', 5, '完全中学', 'complete secondary schools'),
        ('twelve_year_school', 6, '十二年一贯制学校', 'twelve-year schools'),
        ('special_school', 7, '特殊教育学校', 'special schools')
    ) as word(school_type, place, zh, en)
),

by_type as (
    select school_type, any_value(place) as place, any_value(zh) as zh, any_value(en) as en, count(*) as schools
    from school
    left join type_word using (school_type)
    where year = $year and county_code = $county
    group by school_type
),

schools_of as (
    select
        sum(schools)::bigint as schools,
        string_agg(case $lang when 'en' then coalesce(en, school_type) || ' ' || schools else coalesce(zh, school_type) || schools || '所' end,
                   case $lang when 'en' then ', ' else '、' end order by place nulls last, school_type) as types
    from by_type
),

stage_of as (
    select
        sum(pupils) filter (where stage = 'primary')::bigint                    as primary_pupils,
        sum(pupils) filter (where stage = 'junior')::bigint                     as junior_pupils,
        sum(classes) filter (where stage = 'primary')::bigint                   as primary_classes,
        sum(classes) filter (where stage = 'junior')::bigint                    as junior_classes,
        count(*) filter (where pupils is null or classes is null)               as not_filed
    from school_stage
    where year = $year and county_code = $county
)

select * from schools_of cross join stage_of where schools > 0
