-- grain: county_code, done_on
-- inputs: filed_procedure, county_code_change
-- clause: method.md §4.6
-- What re-checks of a county found, and the recognitions that stand against them. Without a date a step counts on the last day of its year; of several on one day the worse counts.

select
    coalesce(county_code_change.county_code_now, filed_procedure.county_code) as county_code,
    coalesce(filed_procedure.done_on, make_date(filed_procedure.year, 12, 31)) as done_on,
    bool_or(filed_procedure.step = 'recheck' and filed_procedure.step_result = 'failed') as failed
from filed_procedure
left join county_code_change on county_code_change.county_code = filed_procedure.county_code
where (filed_procedure.step = 'recheck' and filed_procedure.step_result in ('passed', 'failed'))
    or (filed_procedure.step in ('province_evaluation', 'national_recognition') and filed_procedure.step_result = 'passed')
group by all
