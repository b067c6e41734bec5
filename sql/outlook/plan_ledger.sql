-- grain: plan_id, county_code, year
-- inputs: plan_aim, plan_year, plan_county, plan_condition, condition_words, county_verdict, recognition, recheck, outlook
-- clause: 只能提前、不能延后 (曲靖市 2022); method.md §9a
-- How each county stands towards its target year: as its worst condition stands. A county that is recognised has slipped where it is known to be below or
-- failed its latest re-check; one whose data do not tell is not taken at its earlier word. Where a plan moves a target later, the outlook by the earlier plan stands beside.

with tally as (
    select
        plan_condition.plan_id,
        plan_condition.county_code,
        plan_condition.year,
        count(*) filter (where plan_condition.verdict <> 'not_applicable') as conditions,
        count(*) filter (where plan_condition.verdict = 'met') as met,
        count(*) filter (where plan_condition.verdict = 'not_met') as not_met,
        count(*) filter (where plan_condition.verdict not in ('met', 'not_met', 'not_applicable')) as unknown,
        -- A condition without a target year to be late for weighs between overdue and cannot_tell.
        max(coalesce(outlook.position, 7)) filter (where plan_condition.verdict <> 'not_applicable') as worst,
        max(outlook.position) filter (where plan_condition.outlook <> 'cannot_tell') as worst_known,
        case
            when count(*) filter (where plan_condition.verdict <> 'not_applicable' and plan_condition.verdict <> 'met' and plan_condition.share_lacking is null) = 0
            then cast(coalesce(sum(plan_condition.share_lacking), 0) as decimal(18, 6))
        end as shortfall
    from plan_condition
    left join outlook on outlook.outlook = plan_condition.outlook
    group by plan_condition.plan_id, plan_condition.county_code, plan_condition.year
),

failing as (
    select
        plan_condition.plan_id,
        plan_condition.county_code,
        plan_condition.year,
        plan_condition.condition,
        condition_words.zh,
        condition_words.en,
        row_number() over (
            partition by plan_condition.plan_id, plan_condition.county_code, plan_condition.year
            order by coalesce(outlook.position, 7) desc, plan_condition.share_lacking desc nulls first, plan_condition.sort_order, plan_condition.condition
        ) as place
    from plan_condition
    join condition_words
        on condition_words.plan_id = plan_condition.plan_id
        and condition_words.county_code = plan_condition.county_code
        and condition_words.year = plan_condition.year
        and condition_words.condition = plan_condition.condition
    left join outlook on outlook.outlook = plan_condition.outlook
),

open as (
    select
        plan_id,
        county_code,
        year,
        condition,
        concat(case stage when 'primary' then '小学' when 'junior' then '初中' else '' end, name_zh) as zh,
        concat(name_en, case stage when 'all' then '' else concat(' ', stage) end) as en,
        row_number() over (partition by plan_id, county_code, year order by sort_order, condition) as place
    from plan_condition
    where verdict not in ('met', 'not_met', 'not_applicable')
),

worst as (
    select
        plan_id, county_code, year,
        string_agg(condition, ',' order by place) filter (where place <= 3) as conditions,
        concat(string_agg(zh, '；' order by place) filter (where place <= 3), case when count(*) > 3 then concat('；等', count(*), '项') else '' end) as zh,
        concat(string_agg(en, '; ' order by place) filter (where place <= 3), case when count(*) > 3 then concat('; ', count(*), ' in all') else '' end) as en
    from failing
    group by plan_id, county_code, year
),

unknown as (
    select
        plan_id, county_code, year,
        string_agg(condition, ',' order by place) filter (where place <= 3) as conditions,
        concat('不能判定：', string_agg(zh, '、' order by place) filter (where place <= 3), case when count(*) > 3 then concat('等', count(*), '项') else '' end) as zh,
        concat('unknown: ', string_agg(en, ', ' order by place) filter (where place <= 3), case when count(*) > 3 then concat(', ', count(*), ' in all') else '' end) as en
    from open
    group by plan_id, county_code, year
),

-- The latest word on a county by the day one stands on.
rechecked as (
    select
        plan_aim.plan_id,
        plan_aim.county_code,
        plan_year.year,
        max(recheck.done_on) as done_on,
        arg_max(recheck.failed, recheck.done_on) as failed
    from plan_aim
    join plan_year on plan_year.plan_id = plan_aim.plan_id
    join recheck on recheck.county_code = plan_aim.county_code_now and recheck.done_on <= plan_year.seen_on
    group by plan_aim.plan_id, plan_aim.county_code, plan_year.year
),

standing as (
    select
        plan_aim.*,
        plan_year.year,
        plan_year.seen_on,
        case when plan_aim.recognition_level = 'provincial' then province.province_on else nation.nation_on end as recognised_on,
        case when rechecked.failed then rechecked.done_on end as failed_recheck_on,
        county_verdict.overall,
        tally.conditions,
        tally.met,
        tally.not_met,
        tally.unknown,
        tally.shortfall,
        tally.worst,
        tally.worst_known,
        plan_aim.target_on < plan_year.seen_on as past_due
    from plan_aim
    join plan_year on plan_year.plan_id = plan_aim.plan_id
    left join plan_county on plan_county.plan_id = plan_aim.plan_id and plan_county.county_code = plan_aim.county_code and plan_county.year = plan_year.year
    left join county_verdict on county_verdict.year = plan_year.year and county_verdict.county_code = plan_county.filed_code
    left join recognition as nation on nation.county_code = plan_aim.county_code_now and nation.nation_on <= plan_year.seen_on
    left join recognition as province on province.county_code = plan_aim.county_code_now and province.province_on <= plan_year.seen_on
    left join tally on tally.plan_id = plan_aim.plan_id and tally.county_code = plan_aim.county_code and tally.year = plan_year.year
    left join rechecked on rechecked.plan_id = plan_aim.plan_id and rechecked.county_code = plan_aim.county_code and rechecked.year = plan_year.year
),

reckoned as (
    select
        standing.*,
        case
            when standing.recognised_on is not null and standing.failed_recheck_on >= standing.recognised_on then 'slipped'
            when standing.conditions is null or standing.overall is null then 'cannot_tell'
            when standing.recognised_on is not null and standing.overall = 'met' then 'achieved'
            when standing.recognised_on is not null and standing.overall = 'not_met' then 'slipped'
            when standing.recognised_on is not null then 'cannot_tell'
            when standing.overall = 'met' then 'ready'
            when standing.overall = 'not_met' or standing.worst > 3 then outlook.outlook
            else 'cannot_tell'
        end as outlook,
        known.outlook as outlook_known
    from standing
    left join outlook on outlook.position = standing.worst
    left join outlook as known on known.position = standing.worst_known
)

select
    reckoned.plan_id,
    reckoned.county_code,
    reckoned.year,
    reckoned.sort_order,
    reckoned.county_name,
    reckoned.county_name_en,
    reckoned.standard_year,
    reckoned.recognition_year,
    reckoned.recognition_level,
    reckoned.strength,
    reckoned.aim,
    reckoned.target_year,
    reckoned.target_on,
    reckoned.seen_on,
    reckoned.recognised_on,
    reckoned.outlook,
    -- Not where all that is known to fail cannot be told either.
    case when reckoned.outlook = 'cannot_tell' and (reckoned.not_met = 0 or reckoned.worst_known > 3) then reckoned.outlook_known end as outlook_known,
    case when reckoned.past_due and reckoned.outlook not in ('achieved', 'ready', 'slipped')
        then cast(cast(date_diff('day', reckoned.target_on, reckoned.seen_on) as decimal(18, 6)) / 365.25 as decimal(9, 1)) end as overdue_years,
    cast(coalesce(reckoned.conditions, 0) as integer) as conditions,
    cast(coalesce(reckoned.met, 0) as integer) as met,
    cast(coalesce(reckoned.not_met, 0) as integer) as not_met,
    cast(coalesce(reckoned.unknown, 0) as integer) as unknown,
    reckoned.shortfall,
    concat_ws(',', worst.conditions, unknown.conditions) as worst_conditions,
    reckoned.moved_later,
    reckoned.earlier_target_year,
    earlier.outlook as earlier_outlook,
    reckoned.clause,
    concat_ws(
        '；',
        case when reckoned.conditions is null then concat(reckoned.year, '年没有填报任何学校') end,
        case when reckoned.conditions is not null and reckoned.overall is null then '当年没有可用的判定规则' end,
        case when reckoned.failed_recheck_on >= reckoned.recognised_on then concat(reckoned.failed_recheck_on, '复查未通过') end,
        case when reckoned.target_on is null then '文件没有写明年份（未定）' end,
        case when reckoned.moved_later then concat('目标由', reckoned.earlier_target_year, '年推迟到', coalesce(cast(reckoned.target_year as varchar), '未定'),
            case when reckoned.clause is null then '' else concat('，原计划规定「', reckoned.clause, '」') end) end,
        case when reckoned.past_due and reckoned.outlook = 'ready' then '期限已过而没有认定的记录' end,
        nullif(worst.zh, ''),
        unknown.zh
    ) as reasons,
    concat_ws(
        '; ',
        case when reckoned.conditions is null then concat('no school filed for ', reckoned.year) end,
        case when reckoned.conditions is not null and reckoned.overall is null then 'no rules are in force for that year' end,
        case when reckoned.failed_recheck_on >= reckoned.recognised_on then concat('the re-check of ', reckoned.failed_recheck_on, ' was failed') end,
        case when reckoned.target_on is null then 'the document names no year' end,
        case when reckoned.moved_later then concat('the target moved from ', reckoned.earlier_target_year, ' to ', coalesce(cast(reckoned.target_year as varchar), 'no year'),
            case when reckoned.clause is null then '' else concat('; the earlier plan says "', reckoned.clause, '"') end) end,
        case when reckoned.past_due and reckoned.outlook = 'ready' then 'the day has passed and no recognition is on record' end,
        nullif(worst.en, ''),
        unknown.en
    ) as reasons_en
from reckoned
left join reckoned as earlier on earlier.plan_id = reckoned.replaces and earlier.county_code = reckoned.county_code and earlier.year = reckoned.year
left join worst on worst.plan_id = reckoned.plan_id and worst.county_code = reckoned.county_code and worst.year = reckoned.year
left join unknown on unknown.plan_id = reckoned.plan_id and unknown.county_code = reckoned.county_code and unknown.year = reckoned.year
