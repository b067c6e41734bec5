-- inputs: filed_quantity
-- severity: warning
-- Σ of the degree columns <= full-time teachers, and backbone teachers <= full-time teachers (method.md §6.4).

with teachers as (
    select
        year,
        school_code,
        stage,
        max(file) as file,
        max(sheet) as sheet,
        max(row) as row,
        max(amount) filter (where field = 'teachers') as all_teachers,
        sum(amount) filter (where field in ('teachers_college', 'teachers_bachelor', 'teachers_master', 'teachers_doctor')) as with_degree,
        max(amount) filter (where field = 'teachers_backbone') as backbone
    from filed_quantity
    where field like 'teachers%'
    group by year, school_code, stage
)

select
    file,
    sheet,
    row,
    'teachers' as "column",
    school_code as value,
    concat(year, '年', school_code, '（', stage, '）：分学历或骨干教师数大于专任教师数') as what,
    concat(year, ' ', school_code, ' (', stage, '): teachers by degree, or backbone teachers, exceed full-time teachers') as what_en,
    '核对该行教师各列' as fix,
    'Check the teacher columns of this row' as fix_en
from teachers
where with_degree > all_teachers or backbone > all_teachers
order by year, school_code, stage
