-- grain: county_code
-- inputs: filed_procedure, county_code_change
-- clause: method.md §4.6
-- When a county was recognised: the day its evaluation by the province or its recognition by the nation was filed as passed, else the last day of that year. Of a county for
-- which no such step was filed it is not known, and not known is not recognised. The code is the one the county goes by now.

select
    coalesce(county_code_change.county_code_now, filed_procedure.county_code) as county_code,
    min(coalesce(filed_procedure.done_on, make_date(filed_procedure.year, 12, 31))) filter (where step = 'national_recognition') as nation_on,
    min(coalesce(filed_procedure.done_on, make_date(filed_procedure.year, 12, 31))) filter (where step in ('province_evaluation', 'national_recognition')) as province_on
from filed_procedure
left join county_code_change on county_code_change.county_code = filed_procedure.county_code
where step in ('province_evaluation', 'national_recognition') and step_result = 'passed'
group by all
