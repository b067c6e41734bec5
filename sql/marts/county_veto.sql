-- grain: year, county_code, veto
-- inputs: school, filed_veto, rule_veto
-- clause: 将“以考试方式招生、违规择校、重点校、重点班以及社会认可度”作为一票否决的指标 (a journal brief on the method of 2017)
-- Vetoes. What nobody filed is unknown; that none was found is a claim unless it has evidence and a date of the judged year or later.

with due as (
    select county.year, county.county_code, rule_veto.veto, rule_veto.name_zh, rule_veto.name_en
    from (select distinct year, county_code from school) as county
    join rule_veto on rule_veto.applies
),

weighed as (
    select
        due.*,
        case
            when filed_veto.veto_result is null then 'veto_not_filed'
            when filed_veto.veto_result = 'found' then 'veto_found'
            when filed_veto.evidence is null then 'claimed_without_evidence'
            when filed_veto.decided_on is null or extract(year from filed_veto.decided_on) < due.year then 'claimed_before_the_year'
            else ''
        end as reason,
        concat_ws(' ', cast(filed_veto.decided_on as varchar), filed_veto.veto_result, filed_veto.evidence) as evidence
    from due
    left join filed_veto
        on filed_veto.year = due.year and filed_veto.county_code = due.county_code and filed_veto.veto = due.veto
)

select
    year,
    county_code,
    veto,
    name_zh,
    name_en,
    case reason when '' then 'met' when 'veto_found' then 'not_met' else 'unknown' end as verdict,
    reason,
    evidence
from weighed
