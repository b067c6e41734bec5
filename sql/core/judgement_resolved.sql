-- grain: year, unit_code, indicator, part
-- inputs: filed_judgement, rule_part
-- clause: method.md §9a, judgements
-- The higher assessor prevails and all are shown. What passes needs evidence and a date of the judged year or later; without them it is a claim. A refusal needs neither.

with needed as (
    select indicator, part, max(need) as need
    from rule_part
    where formula = 'judgement'
    group by indicator, part
),

filed as (
    select
        filed_judgement.year,
        filed_judgement.unit_code,
        filed_judgement.indicator,
        coalesce(filed_judgement.part, '') as judged_part,
        filed_judgement.assessor,
        filed_judgement.decided_on,
        filed_judgement.result,
        filed_judgement.evidence,
        needed.need,
        case filed_judgement.assessor when 'nation' then 4 when 'province' then 3 when 'city' then 2 else 1 end as assessor_rank,
        case filed_judgement.result when 'excellent' then 4 when 'good' then 3 when 'fair' then 2 when 'poor' then 1 end as grade,
        case needed.need when 'excellent' then 4 when 'good' then 3 when 'fair' then 2 when 'poor' then 1 end as grade_needed
    from filed_judgement
    join needed on needed.indicator = filed_judgement.indicator and needed.part = coalesce(filed_judgement.part, '')
    where filed_judgement.result is not null
),

weighed as (
    select
        *,
        case
            when grade_needed is null and result = 'no' then 'judged_not_met'
            when grade_needed is null and result <> 'yes' then 'result_not_understood'
            when grade_needed is not null and grade is null then 'result_not_understood'
            when grade < grade_needed then 'judged_not_met'
            when evidence is null then 'claimed_without_evidence'
            when decided_on is null or extract(year from decided_on) < year then 'claimed_before_the_year'
            else ''
        end as outcome,
        row_number() over (partition by year, unit_code, indicator, judged_part order by assessor_rank desc) as position,
        string_agg(
            concat_ws(' ', assessor, cast(decided_on as varchar), result, evidence), '; '
        ) over (
            partition by year, unit_code, indicator, judged_part
            order by assessor_rank desc
            rows between unbounded preceding and unbounded following
        ) as shown
    from filed
)

select
    year,
    unit_code,
    indicator,
    judged_part as part,
    assessor,
    case outcome when '' then 'met' when 'judged_not_met' then 'not_met' else 'unknown' end as verdict,
    outcome as reason,
    shown as evidence
from weighed
where position = 1
