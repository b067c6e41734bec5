-- grain: year, unit_code, stage, subject, field, item
-- inputs: filed_quantity, filed_county_quantity, filed_class, filed_class_band, filed_grade, filed_survey, filed_school, county
-- Every amount that was filed, whichever dataset it stands in, as the checks look at it. `subject` keeps apart what may not be added; `item` is what may: classes, bands, grades.

with amounts as (
    select year, school_code as unit_code, stage, '' as subject, field, '' as item, amount, dataset, file, sheet, row, columns
    from filed_quantity
    union all
    select year, county_code, 'all', '', field, '', amount, dataset, file, sheet, row, columns
    from filed_county_quantity
    union all
    select year, school_code, stage, '', 'class_pupils', class, class_pupils, 'class', file, sheet, row, regexp_replace(class_pupils_cell, '[0-9]+', '', 'g')
    from filed_class
    union all
    select year, school_code, stage, '', 'band_classes', band, band_classes, 'class_band', file, sheet, row, regexp_replace(band_classes_cell, '[0-9]+', '', 'g')
    from filed_class_band
    union all
    select year, school_code, stage, '', 'grade_pupils', grade, grade_pupils, 'grade', file, sheet, row, regexp_replace(grade_pupils_cell, '[0-9]+', '', 'g')
    from filed_grade
    union all
    select year, county_code, 'all', concat(assessor, ' ', respondents), 'survey_valid', '', survey_valid, 'survey', file, sheet, row, regexp_replace(survey_valid_cell, '[0-9]+', '', 'g')
    from filed_survey
    union all
    select year, county_code, 'all', concat(assessor, ' ', respondents), 'survey_satisfied', '', survey_satisfied, 'survey', file, sheet, row, regexp_replace(survey_satisfied_cell, '[0-9]+', '', 'g')
    from filed_survey
)

select
    amounts.year,
    amounts.unit_code,
    amounts.stage,
    amounts.subject,
    amounts.field,
    amounts.item,
    cast(amounts.amount as decimal(38, 12)) as amount,
    coalesce(filed_school.county_code, county.county_code, '') as county_code,
    coalesce(filed_school.school_name, county.county_name, amounts.unit_code) as unit_name,
    amounts.dataset,
    amounts.file,
    amounts.sheet,
    amounts.row,
    amounts.columns
from amounts
left join filed_school on filed_school.year = amounts.year and filed_school.school_code = amounts.unit_code
left join county on county.county_code = amounts.unit_code
where amounts.amount is not null
