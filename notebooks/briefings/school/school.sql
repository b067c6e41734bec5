-- The school, in one row.
with type_word as (
    select * from (values
        ('primary_school', '小学', 'primary school'),
        ('teaching_point', '教学点', 'teaching point'),
        ('junior_school', '初级中学', 'junior school'),
        ('nine_year_school', '九年一贯制学校', 'nine-year school'),
        ('complete_secondary_school', '完全中学', 'complete secondary school'),
        ('twelve_year_school', '十二年一贯制学校', 'twelve-year school'),
        ('special_school', '特殊教育学校', 'special school')
    ) as word(school_type, zh, en)
)

select
    school_code, school_name as name,
    case $lang when 'en' then coalesce(named.county_name_en, county_name) else county_name end as county,
    case $lang when 'en' then coalesce(en, school_type) else coalesce(zh, school_type) end as type,
    case area
        when 'urban' then case $lang when 'en' then 'urban' else '城区' end
        when 'town'  then case $lang when 'en' then 'town' else '镇区' end
        when 'rural' then case $lang when 'en' then 'rural' else '乡村' end
        else case $lang when 'en' then 'area not filed' else '城乡类型未报' end
    end as area,
    case founder
        when 'public'  then case $lang when 'en' then 'public' else '公办' end
        when 'private' then case $lang when 'en' then 'private' else '民办' end
        else case $lang when 'en' then 'founder not filed' else '举办者未报' end
    end as founder
from school
join county using (county_code)
left join type_word using (school_type)
left join (select county_code, min(county_name_en) as county_name_en from plan_target group by county_code) as named using (county_code)
where year = $year and school_code = $school
