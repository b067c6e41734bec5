-- grain: year, county_code, assessor, respondents
-- inputs: filed_survey, faulty_cell
-- Surveys, without the numbers an error touches.

select
    filed_survey.year,
    filed_survey.county_code,
    filed_survey.assessor,
    filed_survey.respondents,
    case when valid.code is null then filed_survey.survey_valid end as survey_valid,
    filed_survey.survey_valid_cell,
    case when satisfied.code is null then filed_survey.survey_satisfied end as survey_satisfied,
    filed_survey.survey_satisfied_cell,
    filed_survey.file,
    filed_survey.sheet,
    filed_survey.row
from filed_survey
left join faulty_cell as valid
    on valid.year = filed_survey.year
    and valid.unit_code = filed_survey.county_code
    and valid.subject = concat(filed_survey.assessor, ' ', filed_survey.respondents)
    and valid.field = 'survey_valid'
left join faulty_cell as satisfied
    on satisfied.year = filed_survey.year
    and satisfied.unit_code = filed_survey.county_code
    and satisfied.subject = concat(filed_survey.assessor, ' ', filed_survey.respondents)
    and satisfied.field = 'survey_satisfied'
