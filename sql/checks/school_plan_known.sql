-- inputs: filed_school_plan, rule_indicator
-- severity: warning
-- A measure for an indicator the pack does not have, or one that ends before it begins.

select
    filed_school_plan.file,
    filed_school_plan.sheet,
    filed_school_plan.row,
    case when rule_indicator.indicator is null then 'indicator' else 'ends_on' end as "column",
    case when rule_indicator.indicator is null then filed_school_plan.indicator else cast(filed_school_plan.ends_on as varchar) end as value,
    case
        when rule_indicator.indicator is null then concat('规则包中没有指标「', filed_school_plan.indicator, '」')
        else concat('措施「', filed_school_plan.measure, '」的完成期限早于开始日期')
    end as what,
    case
        when rule_indicator.indicator is null then concat('The rule pack has no indicator "', filed_school_plan.indicator, '"')
        else concat('The measure "', filed_school_plan.measure, '" ends before it begins')
    end as what_en,
    '核对指标编号和起止日期' as fix,
    'Check the indicator and the dates' as fix_en
from filed_school_plan
left join rule_indicator on rule_indicator.indicator = filed_school_plan.indicator
where rule_indicator.indicator is null or filed_school_plan.ends_on < filed_school_plan.starts_on
order by filed_school_plan.file, filed_school_plan.sheet, filed_school_plan.row
