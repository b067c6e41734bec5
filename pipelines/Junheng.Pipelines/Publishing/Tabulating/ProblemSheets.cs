namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>问题清单: everything that is not met or cannot be told, by county and by the office that answers for it.</summary>
static class ProblemSheets
{
    static readonly TabulatedSheet Counties = new("problem_counties", """
        problem as (
            select county_code, 'a' as part, indicator, stage, verdict, cv as value, cv_limit as threshold, null as unit, null as reason, null as words
            from county_coefficient
            where year = $year and verdict in ('not_met', 'unknown')
            union all
            select county_code, 'b', indicator, stage, verdict, value, threshold, case when $zh then unit_zh else unit_en end, case when $public then coalesce(reason_word.words, '') when $zh then county_indicator.reason else reason_en end, null
            from county_indicator
            left join reason_word on reason_word.code = reason_code
            where year = $year and part = '' and verdict in ('not_met', 'unknown')
            union all
            select county_code, 'c', null, 'all', county_veto.verdict, null, null, null, coalesce(reason_word.words, reason), case when $zh then name_zh else name_en end
            from county_veto
            left join reason_word on reason_word.code = reason
            where year = $year and county_veto.verdict in ('not_met', 'unknown')
        )
        select
            county_code, county_name, indicator,
            case part when 'a' then case when $zh then '校际差异系数：' || indicator_name else 'differences between schools: ' || indicator_name end
                 when 'b' then indicator_name else case when $zh then '一票否决：' || words else 'veto: ' || words end end as problem,
            stage, verdict, value, threshold, unit, reason,
            coalesce(departments, case when $zh then '（未明确）' else '(not named)' end) as departments, involved
        from problem
        join county_word using (county_code)
        left join indicator_word using (indicator)
        left join office_word using (county_code, indicator)
        where $county is null or county_code = $county
        order by county_code, part, stage = 'junior', sort_order, indicator, problem
        """, ["county_indicator"], FrozenColumns: 4);

    static readonly TabulatedSheet Schools = new("problem_schools", """
        marked as (select * from school_indicator where year = $year and part = '' and verdict in ('not_met', 'unknown') and not $public and ($county is null or county_code = $county))
        select
            county_code, county_name, coalesce(departments, case when $zh then '（未明确）' else '(not named)' end) as departments, involved, school_code, school_name, stage, indicator, indicator_name, band, verdict, value, threshold,
            shortfall, case when $zh then shortfall_unit else shortfall_unit_en end as shortfall_unit, coalesce(words, reason) as reason
        from marked
        join named_school using (year, school_code)
        join county_word using (county_code)
        join indicator_word using (indicator)
        left join reason_word on reason_word.code = marked.reason
        left join office_word using (county_code, indicator)
        order by county_code, departments, school_code, stage = 'junior', indicator_word.sort_order, indicator
        """, ["school_indicator"], FrozenColumns: 5);

    public static readonly IReadOnlyList<TabulatedSheet> All = [Counties, Schools, GapSheets.Offices];
}
