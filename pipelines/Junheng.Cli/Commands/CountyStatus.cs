using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>What each county filed, lacks and was judged: rows of the mart <c>county_status</c> with names, the worst coefficient, the verdict and what blocks it (in brackets: what is unknown).</summary>
public static class CountyStatus
{
    const string Sql = """
        select
            county_status.year, county_status.county_code, county.county_name, schools, stages_expected, stages_filed, inputs_missing, rows_aside,
            primary_met, primary_stages, junior_met, junior_stages, stages_unknown,
            coefficients_met, coefficients_not_met, coefficients_unknown,
            worst.worst,
            county_verdict.overall,
            case when county_verdict.overall is not null then blocking.items end as blocking,
            county_procedure.step, county_procedure.done_on, county_procedure.step_year, county_procedure.step_result
        from county_status
        join county on county.county_code = county_status.county_code
        left join (
            select year, county_code, arg_max(short_zh || ' ' || case stage when 'primary' then '小学' else '初中' end || ' ' || printf(case when round(cv, 3) = cv_limit then '%.4f' else '%.3f' end, cv), (coalesce(cv / cv_limit, cv), sort_order, stage)) as worst_zh,
                arg_max(short_en || ' ' || stage || ' ' || printf(case when round(cv, 3) = cv_limit then '%.4f' else '%.3f' end, cv), (coalesce(cv / cv_limit, cv), sort_order, stage)) as worst_en,
                case when $zh then worst_zh else worst_en end as worst
            from county_coefficient
            join rule_indicator on rule_indicator.indicator = county_coefficient.indicator
            where cv is not null
            group by year, county_code
        ) as worst on worst.year = county_status.year and worst.county_code = county_status.county_code
        left join county_procedure on county_procedure.year = county_status.year and county_procedure.county_code = county_status.county_code
        left join county_verdict on county_verdict.year = county_status.year and county_verdict.county_code = county_status.county_code
        left join (
            select year, county_code,
                concat_ws(' ', nullif(failing, ''), case when open <> '' then concat('(', open, ')') end) as plain,
                case when $zh then replace(replace(replace(replace(plain, 'resource', '资源'), 'coefficient', '系数'), 'composite', '综合系数'), 'veto', '否决') else plain end as items
            from county_verdict
        ) as blocking on blocking.year = county_status.year and blocking.county_code = county_status.county_code
        where ($year is null or county_status.year = $year) and ($county is null or county_status.county_code = $county)
        order by county_status.year, county_status.county_code
        """;

    /// <param name="year">Null for all years.</param>
    public static RowSet Of(SnapshotReader reader, int? year, string? county, CancellationToken cancellation, bool chinese = true) =>
        reader.Query(Sql, cancellation, ("year", year), ("county", county), ("zh", chinese));
}
