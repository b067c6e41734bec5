-- grain: plan_id, county_code, year, condition
-- inputs: plan_condition
-- A condition that fails, in words for a person: what is lacking, what each year would need and what the last years brought.

with shown as (
    select
        *,
        case when kind in ('coefficient', 'composite') then 4 when unit in ('所', '项', '人', '间', '个核算单位', '元') then 0 else 2 end as places
    from plan_condition
    where verdict = 'not_met'
),

-- Whole things are rounded up, what a year brings to a tenth of one.
written as (
    select
        *,
        format('{:.4f}', value) as value_text,
        format('{:.4f}', projected) as projected_text,
        case places
            when 4 then format('{:.4f}', cast(distance as double))
            when 0 then format('{:,.0f}', ceil(cast(distance as double)))
            else regexp_replace(format('{:,.2f}', cast(distance as double)), '\.?0+$', '')
        end as distance_text,
        case places
            when 4 then format('{:.4f}', cast(pace_needed as double))
            else regexp_replace(format('{:,.2f}', cast(pace_needed as double)), '\.?0+$', '')
        end as needed_text,
        case places
            when 4 then format('{:.4f}', abs(cast(pace_achieved as double)))
            else regexp_replace(format('{:,.2f}', abs(cast(pace_achieved as double))), '\.?0+$', '')
        end as achieved_text,
        case stage when 'primary' then '小学' when 'junior' then '初中' else '' end as stage_zh,
        case stage when 'all' then '' else concat(' ', stage) end as stage_en,
        case when distance = 1 then regexp_replace(unit_en, 's$', '') else unit_en end as things_en
    from shown
),

moved as (
    select
        *,
        case
            when pace_achieved is null then null
            when pace_achieved > 0 then concat('近年每年减', achieved_text)
            when pace_achieved < 0 then concat('近年每年增', achieved_text)
            else '近年没有减少'
        end as achieved_zh,
        case
            when pace_achieved is null then null
            when pace_achieved > 0 then concat(achieved_text, ' less a year of late')
            when pace_achieved < 0 then concat(achieved_text, ' more a year of late')
            else 'no less of late'
        end as achieved_en
    from written
)

select
    plan_id,
    county_code,
    year,
    condition,
    concat(
        stage_zh, name_zh,
        case
            when distance_text is null then '未达，差多少不明'
            when kind in ('coefficient', 'composite') then concat(' ', value_text, '，超限', distance_text, case when projected is null then '' else concat('，预测', target_year, '年', projected_text) end)
            when kind = 'veto' then '：已发现'
            when unit = '项' then '未达'
            when distance = 0 then '恰在限值，未达'
            when kind = 'indicator' and unit in ('所', '个核算单位') then concat('有', distance_text, unit, '未达')
            when kind = 'indicator' then concat('差', distance_text, case unit when '比值' then '' else unit end)
            else concat('缺', distance_text, unit)
        end,
        case when unit = '项' or distance = 0 or needed_text is null and achieved_zh is null then '' else concat('（', concat_ws('，', case when needed_text is not null then concat('每年须减', needed_text) end, achieved_zh), '）') end
    ) as zh,
    concat(
        name_en, stage_en,
        case
            when distance_text is null then ' not met, by how much is not known'
            when kind in ('coefficient', 'composite') then concat(' ', value_text, ', over the limit by ', distance_text, case when projected is null then '' else concat(', projected for ', target_year, ': ', projected_text) end)
            when kind = 'veto' then ': found'
            when unit = '项' then ' not met'
            when distance = 0 then ' exactly at the limit, not met'
            when kind = 'indicator' and unit in ('所', '个核算单位') then concat(' not met by ', distance_text, ' ', things_en)
            when kind = 'indicator' then concat(' off by ', distance_text, case unit when '比值' then '' else concat(' ', things_en) end)
            else concat(' lacks ', distance_text, ' ', things_en)
        end,
        case when unit = '项' or distance = 0 or needed_text is null and achieved_en is null then '' else concat(' (', concat_ws(', ', case when needed_text is not null then concat('needs ', needed_text, ' less a year') end, achieved_en), ')') end
    ) as en
from moved
