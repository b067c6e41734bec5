namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>判定表: what was judged of counties and schools, with the numbers it was judged by.</summary>
static class VerdictSheets
{
    static readonly TabulatedSheet Counties = new("counties", """
        marked as (select * from county_verdict where year = $year and ($county is null or county_code = $county))
        select county_code, county_name, overall, resource, coefficient, government, quality, satisfaction, veto, failing, open, case when $zh then reasons else reasons_en end as reasons
        from marked
        join county_word using (county_code)
        order by county_code
        """, ["county_verdict"]);

    // A reason in full names schools; a public edition gives it without.
    static readonly TabulatedSheet Indicators = new("county_indicators", """
        marked as (select * from county_indicator where year = $year and ($county is null or county_code = $county))
        select
            county_code, county_name, indicator, indicator_name, case when part = '' then '' when $zh then part_name_zh else part_name_en end as part_name, stage, verdict,
            value, threshold, case when $zh then unit_zh else unit_en end as unit, numerator, denominator, units_in_scope, units_failing, units_unknown,
            case when $public then coalesce(words, '') when $zh then reason else reason_en end as reason, certainty
        from marked
        join county_word using (county_code)
        join indicator_word using (indicator)
        left join reason_word on reason_word.code = marked.reason_code
        order by county_code, indicator_word.sort_order, indicator, stage, part
        """, ["county_indicator", "rule_indicator"], FrozenColumns: 4);

    static readonly TabulatedSheet Coefficients = new("coefficients", """
        marked as (select * from county_coefficient where year = $year and ($county is null or county_code = $county))
        select county_code, county_name, stage, indicator, indicator_name, verdict, cv, cv_limit, mean, sd, schools, registered, pupils, total, flags
        from marked
        join county_word using (county_code)
        join indicator_word using (indicator)
        order by county_code, stage = 'junior', indicator_word.sort_order, indicator
        """, ["county_coefficient"], FrozenColumns: 5);

    static readonly TabulatedSheet Schools = new("schools", """
        marked as (select * from school_verdict where year = $year and ($county is null or county_code = $county))
        select marked.county_code, county_name, marked.school_code, named_school.school_name, marked.stage, marked.verdict, school_stage.pupils, school_stage.classes, meets_count, near_count, below_count, unknown_count
        from marked
        join named_school using (year, school_code)
        join county_word using (county_code)
        left join school_stage using (year, school_code, stage)
        order by marked.county_code, marked.school_code, marked.stage = 'junior'
        """, ["school_verdict", "school_stage"], FrozenColumns: 4);

    static readonly TabulatedSheet SchoolIndicators = new("school_indicators", """
        marked as (select * from school_indicator where year = $year and part = '' and ($county is null or county_code = $county))
        select
            county_code, county_name, school_code, school_name, stage, indicator, indicator_name, band, verdict, value, threshold, floor, numerator, denominator,
            shortfall, case when $zh then shortfall_unit else shortfall_unit_en end as shortfall_unit, coalesce(words, reason) as reason
        from marked
        join named_school using (year, school_code)
        join county_word using (county_code)
        join indicator_word using (indicator)
        left join reason_word on reason_word.code = marked.reason
        order by county_code, school_code, stage = 'junior', indicator_word.sort_order, indicator
        """, ["school_indicator"], FrozenColumns: 5);

    public static readonly IReadOnlyList<TabulatedSheet> All = [Counties, Indicators, Coefficients, Schools, SchoolIndicators];
}
