using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>The tables of one county and year that a form is held against, read once.</summary>
public sealed class ReviewedCounty
{
    readonly SnapshotReader reader;
    readonly CancellationToken cancellation;
    readonly (string, object?)[] key;

    public ReviewedCounty(SnapshotReader reader, string county, int year, CancellationToken cancellation)
    {
        (this.reader, this.cancellation) = (reader, cancellation);
        key = [("county", county), ("year", year)];
        Schools = Of("select school_code, school_name, school_type, founder from school where year = $year and county_code = $county order by school_code");
        Stages = Of("select school_code, stage, pupils, classes from school_stage where year = $year and county_code = $county order by school_code, stage");
        Indicators = Of("""
            select school_indicator.school_code, school_indicator.stage, school_indicator.indicator, school_indicator.value, school_indicator.threshold, school_indicator.floor,
                school_indicator.band, coalesce(school_indicator.verdict, '') as verdict, school_indicator.reason, rule.dimension = 'resource' and rule.level = 'school_stage' as counts
            from school_indicator
            join rule on rule.indicator = school_indicator.indicator and rule.part = school_indicator.part and rule.stage = school_indicator.stage
            where year = $year and county_code = $county and school_indicator.part = ''
            order by school_code, stage, indicator
            """);
        Verdicts = Of("select school_code, stage, verdict from school_verdict where year = $year and county_code = $county order by school_code, stage");
        Coefficients = Of("select stage, indicator, mean, cv, cv_limit, coalesce(verdict, '') as verdict, flags from county_coefficient where year = $year and county_code = $county order by stage, indicator");
        CountyIndicators = Of("""
            select stage, indicator, part, value, numerator, denominator, threshold, comparison, verdict, reason_code, unit_zh = '%' as percent
            from county_indicator where year = $year and county_code = $county order by indicator, part, stage
            """);
        Facts = Of("select field, amount, coalesce(fault, '') as fault from sound_county_quantity where year = $year and county_code = $county order by field");
        Surveys = Of("select respondents, survey_valid, survey_satisfied from sound_survey where year = $year and county_code = $county and assessor = 'nation' order by respondents");
        Over = Of("""
            select class_size.school_code, class_size.stage, class_size.indicator, class_size.numerator, class_size.verdict, 'class' as kind
            from class_size where year = $year and county_code = $county and part = ''
            union all
            select school_code, stage, indicator, cast(case when verdict = 'not_met' then 1 else 0 end as decimal(38, 12)), verdict, 'school'
            from school_size where year = $year and county_code = $county and part = ''
            order by all
            """);
        Name = Of("select county_name from county where county_code = $county").Rows.Select(row => row[0] as string).FirstOrDefault() ?? "";
        Rule = Of("select \"of\", need from rule_school");
    }

    public string Name { get; }

    public RowSet Schools { get; }

    public RowSet Stages { get; }

    /// <summary>The indicators of each school-stage.</summary>
    public RowSet Indicators { get; }

    /// <summary>The verdict on each school-stage.</summary>
    public RowSet Verdicts { get; }

    public RowSet Coefficients { get; }

    public RowSet CountyIndicators { get; }

    /// <summary>What the county filed about itself.</summary>
    public RowSet Facts { get; }

    /// <summary>The national survey, which alone decides.</summary>
    public RowSet Surveys { get; }

    /// <summary>Classes over the cap and schools over theirs.</summary>
    public RowSet Over { get; }

    /// <summary>How many indicators a school needs of how many; no row where the pack has no such rule.</summary>
    public RowSet Rule { get; }

    /// <summary>What the schools' stages filed of one field, added up, and how many of them are unknown.</summary>
    public (Rational? Sum, long Unknown) Sum(string field, string stage)
    {
        var rows = Of(
            """
            select sum(sound_quantity.amount) as amount, count(*) - count(sound_quantity.amount) as unknown
            from school_stage
            left join sound_quantity on sound_quantity.year = school_stage.year and sound_quantity.school_code = school_stage.school_code
                and sound_quantity.stage = school_stage.stage and sound_quantity.field = $field
            where school_stage.year = $year and school_stage.county_code = $county and school_stage.stage = $stage
            """,
            ("field", field), ("stage", stage));
        return (ExactNumber.Of(rows[0, "amount"]), Convert.ToInt64(rows[0, "unknown"], System.Globalization.CultureInfo.InvariantCulture));
    }

    RowSet Of(string sql, params (string, object?)[] more) =>
        reader.Query(sql, cancellation, [.. key.Where(one => sql.Contains("$" + one.Item1, StringComparison.Ordinal)), .. more]);
}
