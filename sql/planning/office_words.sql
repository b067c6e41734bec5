-- grain: county_code, indicator
-- inputs: indicator_office
-- The offices of an indicator in words: who leads, and who works with the lead. Several offices without a lead are said to be without one.

with named as (
    select
        county_code,
        indicator,
        count(*) filter (where role = 'lead') as leads,
        count(*) filter (where role = 'listed') as listed,
        string_agg(department, '、' order by position, department) filter (where role = 'lead') as lead_zh,
        string_agg(department_en, ', ' order by position, department) filter (where role = 'lead') as lead_en,
        string_agg(department, '、' order by position, department) filter (where role = 'listed') as listed_zh,
        string_agg(department_en, ', ' order by position, department) filter (where role = 'listed') as listed_en,
        string_agg(department, '、' order by position, department) filter (where role = 'with') as with_zh,
        string_agg(department_en, ', ' order by position, department) filter (where role = 'with') as with_en
    from indicator_office
    group by county_code, indicator
),

answering as (
    select
        county_code,
        indicator,
        leads,
        case when leads > 0 then lead_zh when listed = 1 then listed_zh when listed > 1 then concat(listed_zh, '（未写明牵头）') else '' end as answering_zh,
        case when leads > 0 then lead_en when listed = 1 then listed_en when listed > 1 then concat(listed_en, ' (no lead named)') else '' end as answering_en,
        concat_ws('、', with_zh, case when leads > 0 then listed_zh end) as involved_zh,
        concat_ws(', ', with_en, case when leads > 0 then listed_en end) as involved_en
    from named
)

select
    county_code,
    indicator,
    answering_zh,
    answering_en,
    involved_zh,
    involved_en,
    case
        when involved_zh = '' then answering_zh
        when answering_zh = '' then concat(involved_zh, '（配合，未写明牵头）')
        when leads = 0 then concat(answering_zh, '，', involved_zh, '配合')
        else concat(answering_zh, '牵头，', involved_zh, '配合')
    end as zh,
    case
        when involved_en = '' then answering_en
        when answering_en = '' then concat(involved_en, ' (involved; no lead named)')
        when leads = 0 then concat(answering_en, ', with ', involved_en)
        else concat(answering_en, ' (lead), with ', involved_en)
    end as en
from answering
