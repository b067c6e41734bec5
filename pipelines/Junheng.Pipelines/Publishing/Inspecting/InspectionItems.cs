using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Inspecting;

/// <summary>What there is to check at a school: every number it filed that an indicator of schools is computed from, and how it stands there.</summary>
public static class InspectionItems
{
    // What decides against the school comes first; pupils, under every ratio, before all.
    const string Items = """
        with judged as (
            select
                rule_term.field,
                rule_term.filed_stage,
                min(case school_indicator.band when 'below' then 1 when 'near' then 2 when 'meets' then 4 else 3 end) as concern,
                string_agg(
                    concat(school_indicator.indicator, ' ',
                        case when $zh then rule_indicator.short_zh else rule_indicator.short_en end,
                        case when $zh
                            then case school_indicator.stage when 'primary' then '（小学）' when 'junior' then '（初中）' else '' end
                            else case school_indicator.stage when 'all' then '' else concat(' (', school_indicator.stage, ')') end end,
                        case when $zh
                            then case school_indicator.band when 'below' then '：不到标准的85%' when 'near' then '：达到85%，未达标准' when 'meets' then '：达标' else '：不能判定' end
                            else case school_indicator.band when 'below' then ': under 85 % of the standard' when 'near' then ': 85 % or more, below the standard' when 'meets' then ': meets' else ': unknown' end end),
                    case when $zh then '；' else '; ' end order by school_indicator.indicator, school_indicator.stage desc) as look_at
            from rule_term
            join school_indicator
                on school_indicator.indicator = rule_term.indicator
                and school_indicator.part = rule_term.part
                and school_indicator.stage = rule_term.stage
            left join rule_indicator on rule_indicator.indicator = rule_term.indicator
            where school_indicator.year = $year and school_indicator.school_code = $school and rule_term.part = '' and rule_term.lag = 0
            group by rule_term.field, rule_term.filed_stage
        )
        select
            filed_quantity.stage,
            filed_quantity.field,
            coalesce(filed_quantity.exact, cast(filed_quantity.amount as varchar)) as filed,
            case when $zh then field.zh else field.en end as field_name,
            field.unit,
            case
                when filed_quantity.field <> 'pupils' then judged.look_at
                when $zh then '生均指标都以它为分母'
                else 'every ratio per pupil is by it'
            end as look_at
        from filed_quantity
        join field on field.field = filed_quantity.field
        left join judged on judged.field = filed_quantity.field and judged.filed_stage = filed_quantity.stage
        where filed_quantity.year = $year and filed_quantity.school_code = $school and (judged.field is not null or filed_quantity.field = 'pupils')
        order by filed_quantity.field <> 'pupils', judged.concern, filed_quantity.stage desc, filed_quantity.field
        """;

    public static RowSet Of(SnapshotReader reader, int year, string school, bool chinese, CancellationToken cancellation) =>
        reader.Query(Items, cancellation, ("year", year), ("school", school), ("zh", chinese));
}
