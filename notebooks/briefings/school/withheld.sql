-- Why the sheet must not be made: a public edition names no school that fails, or may fail.
select case $lang when 'en' then 'a public edition names no school that does not meet the standard or cannot be judged' else '公开版不点名未达标或不能判定的学校' end as why
where $edition = 'public' and (
    exists (select 1 from school_verdict where year = $year and school_code = $school and verdict <> 'met')
    or exists (select 1 from school_rule_result where year = $year and school_code = $school and verdict in ('not_met', 'unknown'))
    -- A pack without a rule for the whole school: each indicator counts.
    or (not exists (select 1 from rule_school)
        and exists (select 1 from school_indicator where year = $year and school_code = $school and part = '' and verdict in ('not_met', 'unknown'))))
