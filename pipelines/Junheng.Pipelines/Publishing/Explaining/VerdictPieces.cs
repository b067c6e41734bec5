using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Everything that <c>county_verdict</c> is the conjunction of, in the order of the rules.</summary>
static class VerdictPieces
{
    const string Resource = """
        select
            'resource' as dimension, stage, concat(need, '/', "of") as item,
            concat(count(*), '个学校学段：', count(*) filter (where verdict = 'met'), '个达标') as name_zh,
            concat(count(*) filter (where verdict = 'met'), ' of ', count(*), ' school-stages pass') as name_en,
            case
                when bool_or(verdict = 'not_met') then 'not_met' when bool_or(verdict = 'unknown') then 'unknown'
                when bool_or(verdict = 'met') then 'met' else 'not_applicable'
            end as verdict,
            concat_ws('，', case when bool_or(verdict = 'not_met') then concat(count(*) filter (where verdict = 'not_met'), '个未达标') end,
                case when bool_or(verdict = 'unknown') then concat(count(*) filter (where verdict = 'unknown'), '个不能判定') end) as why_zh,
            concat_ws(', ', case when bool_or(verdict = 'not_met') then concat(count(*) filter (where verdict = 'not_met'), ' fail') end,
                case when bool_or(verdict = 'unknown') then concat(count(*) filter (where verdict = 'unknown'), ' unknown') end) as why_en,
            case when bool_and(verdict = 'met') then concat('county ', $year, ' ', $county) else concat('school ', $year, ' ', coalesce(
                min(school_code) filter (where verdict = 'not_met'), min(school_code) filter (where verdict = 'unknown'), min(school_code))) end as ask
        from school_verdict
        cross join rule_school
        where year = $year and county_code = $county
        group by stage, need, "of"
        order by stage desc
        """;

    // A standard without a number where no rule of so many in so many stands in its place, and rows of the register set aside.
    const string Open = """
        select
            'resource' as dimension, 'all' as stage, '' as item, '资源配置标准' as name_zh, 'Standards of resources' as name_en, 'unknown' as verdict,
            '文件没有给出标准值' as why_zh, 'the document gives no standard' as why_en, concat('county ', $year, ' ', $county) as ask
        from school_indicator
        where year = $year and county_code = $county and reason = 'threshold_unknown' and not exists (select 1 from rule_school)
        group by all
        union all
        select
            'resource', 'all', '', '学校登记表', 'Register of schools', 'unknown', concat(rows_aside, '行被隔离，可能漏计学校'), concat(rows_aside, ' rows set aside: a school may be missing'),
            concat('county ', $year, ' ', $county)
        from register_aside
        where year = $year and county_code = $county
        """;

    const string Coefficients = """
        select
            'coefficient' as dimension, judged.stage, judged.indicator as item, names.short_zh as name_zh, names.short_en as name_en, judged.verdict,
            concat_ws('，', printf('%.4f', judged.cv), concat('限值', rtrim(cast(judged.cv_limit as varchar), '0')), nullif(judged.flags, '')) as why_zh,
            concat_ws(', ', printf('%.4f', judged.cv), concat('limit ', rtrim(cast(judged.cv_limit as varchar), '0')), nullif(judged.flags, '')) as why_en,
            concat_ws(' ', 'coefficient', $year, $county, judged.stage, judged.indicator) as ask
        from county_coefficient as judged
        join rule_indicator as names on names.indicator = judged.indicator
        where judged.year = $year and judged.county_code = $county and judged.cv_limit is not null
        order by judged.stage desc, names.sort_order
        """;

    const string Composites = """
        select
            'coefficient' as dimension, stage, '' as item, '综合差异系数' as name_zh, 'Mean of the coefficients' as name_en, verdict,
            concat_ws('，', printf('%.4f', composite), concat('限值', rtrim(cast(composite_limit as varchar), '0'))) as why_zh,
            concat_ws(', ', printf('%.4f', composite), concat('limit ', rtrim(cast(composite_limit as varchar), '0'))) as why_en,
            concat_ws(' ', 'county_composite', $year, $county, stage) as ask
        from county_composite
        where year = $year and county_code = $county
        order by stage desc
        """;

    const string Indicators = """
        select
            judged.dimension, judged.stage, judged.indicator as item, names.short_zh as name_zh, names.short_en as name_en, judged.verdict,
            judged.reason as why_zh, judged.reason_en as why_en, concat_ws(' ', 'county_indicator', $year, $county, judged.stage, judged.indicator) as ask
        from county_indicator as judged
        join rule_indicator as names on names.indicator = judged.indicator
        where judged.year = $year and judged.county_code = $county and judged.part = ''
        order by names.sort_order, judged.stage desc
        """;

    const string Vetoes = """
        select
            'veto' as dimension, 'all' as stage, '' as item, judged.name_zh, judged.name_en, judged.verdict,
            coalesce(reason.zh, '') as why_zh, coalesce(reason.en, '') as why_en, concat_ws(' ', 'county_veto', $year, $county, judged.veto) as ask
        from county_veto as judged
        left join reason on reason.reason = judged.reason
        where judged.year = $year and judged.county_code = $county
        order by judged.veto
        """;

    public static IReadOnlyList<VerdictPiece> Of(SnapshotReader reader, int year, string county, CancellationToken cancellation) =>
        [.. new[] { Resource, Open, Coefficients, Composites, Indicators, Vetoes }.SelectMany(sql => VerdictPiece.Read(reader.Query(sql, cancellation, ("year", year), ("county", county))))];
}
