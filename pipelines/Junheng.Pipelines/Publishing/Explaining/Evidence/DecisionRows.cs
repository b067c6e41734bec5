namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>Rows that say in words what somebody decided: the result with who, when and on what paper.</summary>
static class DecisionRows
{
    /// <summary>Judgements of the county or of each school, those of the highest assessor first.</summary>
    public const string Judgements = CountedRows.Results + """
        , unit as (
            select school_code as unit, decisive from result
            union all
            select $county, true where not exists (select 1 from result)
        ),
        filed as (
            select
                unit.unit, unit.decisive, filed_judgement.*,
                row_number() over (
                    partition by unit.unit
                    order by case when result is null then 0 when assessor = 'nation' then 4 when assessor = 'province' then 3 when assessor = 'city' then 2 else 1 end desc
                ) = 1 and result is not null as highest
            from unit
            join filed_judgement
                on filed_judgement.year = $year and filed_judgement.unit_code = unit.unit and filed_judgement.indicator = $indicator and coalesce(filed_judgement.part, '') = $part
        )
        select
            unit as judged, unit, case when highest then 'decision' else 'beside' end as role, assessor as item, year, 'all' as stage, 'judgement' as dataset,
            'result,assessor,decided_on,evidence' as field, coalesce(result, '') as word, file, sheet, "row", standing, decisive and highest as decides
        from filed
        order by decides desc, unit, highest desc, assessor
        """;

    public const string Veto = """
        select
            county_code as judged, county_code as unit, 'decision' as role, veto as item, year, 'all' as stage, 'veto' as dataset, 'veto_result,decided_on,evidence' as field,
            coalesce(veto_result, '') as word, file, sheet, "row", standing, true as decides
        from filed_veto
        where year = $year and county_code = $county and veto = $veto
        """;

    /// <summary>The steps towards recognition up to the year, the latest first.</summary>
    public const string Steps = """
        select
            county_code as judged, county_code as unit, case when recency = 1 then 'decision' else 'beside' end as role, step as item, year, 'all' as stage, 'procedure' as dataset,
            'step_result,step,done_on,document' as field, coalesce(step_result, '') as word, file, sheet, "row", standing, recency = 1 as decides
        from (
            select filed.*, row_number() over (order by filed.step = state.step and filed.year = state.step_year desc, filed.year desc, filed.done_on desc nulls last, filed."row") as recency
            from filed_procedure as filed
            join county_procedure as state on state.year = $year and state.county_code = filed.county_code
            where filed.county_code = $county and filed.year <= $year
        )
        order by recency
        """;
}
