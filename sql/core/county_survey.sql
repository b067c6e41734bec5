-- grain: year, county_code, stage, indicator, part
-- inputs: county_rule, sound_survey
-- clause: 社会认可度达到 85% 以上 (抚顺县 2020); method.md §9a: only the national survey decides
-- The national survey of the judged year. A survey by anyone else is a claim; parents are shown beside.

with asked as (
    select
        year,
        county_code,
        max(survey_satisfied) filter (where assessor = 'nation' and respondents = 'all') as satisfied,
        max(survey_valid) filter (where assessor = 'nation' and respondents = 'all') as valid,
        count(*) filter (where assessor = 'nation' and respondents = 'all') as national,
        count(*) filter (where assessor <> 'nation') as others,
        string_agg(
            concat(
                assessor, ' ', respondents, ' ', coalesce(cast(cast(survey_satisfied as bigint) as varchar), '?'), '/',
                coalesce(cast(cast(survey_valid as bigint) as varchar), '?'), ' ', file, ' ', survey_satisfied_cell
            ), '; ' order by assessor, respondents
        ) filter (where respondents in ('all', 'parents')) as shown
    from sound_survey
    group by year, county_code
),

judged as (
    select
        county_rule.year,
        county_rule.county_code,
        county_rule.stage,
        county_rule.indicator,
        county_rule.part,
        county_rule.times,
        asked.satisfied,
        asked.valid,
        coalesce(asked.shown, '') as evidence,
        case
            when county_rule.threshold is null then 'threshold_unknown'
            when coalesce(asked.national, 0) = 0 then case when asked.others > 0 then 'survey_claimed' else 'survey_not_filed' end
            when asked.satisfied is null or asked.valid is null then 'input_not_filed'
            when asked.satisfied > asked.valid then 'not_credible'
            when asked.valid = 0 then 'zero_denominator'
            when cast(county_rule.times as decimal(9, 0)) * asked.satisfied >= cast(county_rule.threshold_tested as decimal(18, 6)) * asked.valid then ''
            else 'below_the_standard'
        end as outcome
    from county_rule
    left join asked on asked.year = county_rule.year and asked.county_code = county_rule.county_code
    where county_rule.formula = 'survey' and county_rule.not_applicable = ''
)

select
    year,
    county_code,
    stage,
    indicator,
    part,
    part as rule_part,
    cast(times as double) * cast(satisfied as double) / nullif(cast(valid as double), 0) as value,
    satisfied as numerator,
    valid as denominator,
    case outcome when '' then 'met' when 'below_the_standard' then 'not_met' else 'unknown' end as verdict,
    outcome as reason,
    '' as detail_zh,
    '' as detail_en,
    evidence,
    cast(null as integer) as units_in_scope,
    cast(null as integer) as units_failing,
    cast(null as integer) as units_unknown
from judged
