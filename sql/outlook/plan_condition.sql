-- grain: plan_id, county_code, year, condition
-- inputs: plan_aim, plan_year, plan_county, county_condition, recognition, projection
-- clause: method.md §9a; docs/method/outlook.md
-- Each condition of a county under its plan: how far it is, how fast it would have to move until the target year and how fast it did. The pace is the median of the slopes
-- between the counts of the last three years (Theil–Sen); of three evenly spaced ones that is the slope from the first to the last. A coefficient whose target year is within
-- reach of the projection goes by that, where the source has the four years it asks for; a county that lacks one of them cannot be told, or leaving it out would help.

with counts as (
    select max(year) as latest, count(distinct year) filter (where year >= (select max(year) from county_condition) - 5) as years
    from county_condition
),

aimed as (
    select
        plan_aim.*,
        plan_year.year,
        plan_year.seen_on,
        plan_year.measured_from,
        case when plan_aim.recognition_level = 'provincial' then province.province_on else nation.nation_on end as recognised_on
    from plan_aim
    join plan_year on plan_year.plan_id = plan_aim.plan_id
    left join recognition as nation on nation.county_code = plan_aim.county_code_now and nation.nation_on <= plan_year.seen_on
    left join recognition as province on province.county_code = plan_aim.county_code_now and province.province_on <= plan_year.seen_on
),

measured as (
    select
        aimed.plan_id,
        aimed.county_code,
        aimed.year,
        aimed.target_on,
        aimed.target_year,
        aimed.seen_on,
        aimed.recognised_on,
        now.* exclude (year, county_code),
        aimed.target_year - aimed.year as years_left,
        aimed.year - aimed.measured_from as span,
        now.kind = 'coefficient' and aimed.year = counts.latest and counts.years >= 4 and aimed.target_year between counts.latest + 1 and counts.latest + 2
            and coalesce(projection.flag not like '%break%', true) as within_reach,
        case when projection.flag = '' then projection.cv end as projected,
        case when before.verdict in ('met', 'not_met') then before.distance_at_least when before.verdict = 'not_applicable' then 0 end as distance_before
    from aimed
    join plan_county on plan_county.plan_id = aimed.plan_id and plan_county.county_code = aimed.county_code and plan_county.year = aimed.year
    cross join counts
    join county_condition as now on now.year = aimed.year and now.county_code = plan_county.filed_code
    left join plan_county as earlier on earlier.plan_id = aimed.plan_id and earlier.county_code = aimed.county_code and earlier.year = aimed.measured_from
    left join county_condition as before
        on before.year = aimed.measured_from
        and before.county_code = earlier.filed_code
        and before.condition = now.condition
    left join projection
        on now.kind = 'coefficient'
        and aimed.year = counts.latest
        and projection.county_code = plan_county.filed_code
        and projection.stage = now.stage
        and projection.indicator = now.indicator
        and projection.year = aimed.target_year
),

reckoned as (
    select
        *,
        case
            when verdict = 'not_applicable' then null
            when verdict not in ('met', 'not_met') then 'cannot_tell'
            when verdict = 'met' then case when recognised_on is not null then 'achieved' else 'ready' end
            when recognised_on is not null then 'slipped'
            when distance is null then 'cannot_tell'
            when target_on is null then null
            when seen_on > target_on then 'overdue'
            when years_left <= 0 then 'late'
            when within_reach then case when projected is null then 'cannot_tell' when projected <= target then 'on_track' else 'late' end
            when distance_before is null then 'cannot_tell'
            when distance_before > distance and (distance_before - distance) * years_left >= distance * span then 'on_track'
            else 'late'
        end as outlook
    from measured
)

select
    plan_id,
    county_code,
    year,
    condition,
    kind,
    dimension,
    indicator,
    stage,
    sort_order,
    name_zh,
    name_en,
    value,
    target,
    verdict,
    distance,
    unit,
    unit_en,
    failing,
    judged,
    share_lacking,
    target_year,
    case when verdict = 'not_met' and distance is not null and years_left > 0 and seen_on <= target_on then cast(distance / years_left as decimal(38, 6)) end as pace_needed,
    case when verdict = 'not_met' and distance is not null and distance_before is not null then cast((distance_before - distance) / span as decimal(38, 6)) end as pace_achieved,
    case when verdict = 'not_met' and within_reach then projected end as projected,
    case when verdict <> 'not_met' then '' when within_reach and outlook in ('on_track', 'late', 'cannot_tell') then 'projection' else 'pace' end as basis,
    outlook,
    case
        when verdict not in ('met', 'not_met', 'not_applicable') then 'not_known'
        when verdict <> 'not_met' then ''
        when distance is null then 'distance_not_known'
        when target_on is null then 'no_target_year'
        when outlook = 'cannot_tell' and span is null and not within_reach then 'fewer_than_two_years'
        when outlook = 'cannot_tell' then 'earlier_years_not_known'
        else ''
    end as reason
from reckoned
