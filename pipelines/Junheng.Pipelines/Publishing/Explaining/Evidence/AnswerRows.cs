namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>What a survey and the monitoring of a county found.</summary>
static class AnswerRows
{
    /// <summary>Answers of the survey that decides, then of the others.</summary>
    public const string Survey = """
        select
            county_code as judged, county_code as unit, case when decides then answer.role else 'beside' end as role, concat(assessor, ' ', respondents) as item, year, 'all' as stage,
            'survey' as dataset, answer.field, cast(answer.amount as varchar) as amount, file, sheet, "row", answer.cell, standing, decides
        from (select *, assessor = 'nation' and respondents = 'all' as decides from filed_survey where year = $year and county_code = $county)
        cross join lateral (values
            ('numerator', 'survey_satisfied', survey_satisfied, survey_satisfied_cell), ('denominator', 'survey_valid', survey_valid, survey_valid_cell)
        ) as answer(role, field, amount, cell)
        order by decides desc, item, answer.role desc
        """;

    /// <summary>What the latest monitoring found of a stage, a row a subject.</summary>
    public const string Monitoring = """
        select
            county_code as judged, county_code as unit, 'counted' as role, subject as item, year, stage, 'monitoring' as dataset, found.field, cast(found.amount as varchar) as amount,
            file, sheet, "row", found.cell, standing, true as decides
        from filed_monitoring
        cross join lateral (values ('achievement_level', achievement_level, achievement_level_cell), ('between_rate', between_rate, between_rate_cell)) as found(field, amount, cell)
        where county_code = $county and stage = $stage and found.field = $measure
            and year = (select max(year) from filed_monitoring where county_code = $county and year <= $year)
        order by subject
        """;
}
