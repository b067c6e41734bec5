using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains how a county stands in a year: what it filed, its coefficients, the schools that fail, what is missing.</summary>
public sealed class CountyExplanation(SnapshotReader reader, CancellationToken cancellation)
{
    const int MostRows = 10;

    const string StatusSql = """
        select county_status.*, county.county_name
        from county_status
        join county on county.county_code = county_status.county_code
        where county_status.year = $year and county_status.county_code = $county
        """;

    const string CoefficientSql = """
        select judged.*, cast(judged.cv_limit as varchar) as limit_text, names.short_zh, names.short_en
        from county_coefficient as judged
        join rule_indicator as names on names.indicator = judged.indicator
        where judged.year = $year and judged.county_code = $county
        order by judged.stage desc, names.sort_order
        """;

    const string CompositeSql = """
        select *, cast(composite_limit as varchar) as limit_text
        from county_composite
        where year = $year and county_code = $county
        order by stage desc
        """;

    const string FailingSql = """
        select judged.*, school.school_name
        from school_verdict as judged
        join school on school.year = judged.year and school.school_code = judged.school_code
        where judged.year = $year and judged.county_code = $county and judged.verdict <> 'met'
        order by judged.verdict <> 'not_met', judged.below_count desc, judged.near_count desc, judged.school_code, judged.stage desc
        """;

    const string MissingSql = """
        select judged.school_code, judged.stage, judged.reason, string_agg(judged.indicator, ', ' order by rule_indicator.sort_order) as indicators, school.school_name
        from school_indicator as judged
        join school on school.year = judged.year and school.school_code = judged.school_code
        join rule_indicator on rule_indicator.indicator = judged.indicator
        where judged.year = $year and judged.county_code = $county and judged.reason not in ('', 'threshold_unknown')
        group by judged.school_code, judged.stage, judged.reason, school.school_name
        order by judged.school_code, judged.stage, judged.reason
        """;

    public Explanation Of(Question question)
    {
        (string, object?)[] bound = [("year", question.Year), ("county", question["county_code"])];
        var status = Judged.First(reader.Query(StatusSql, cancellation, bound))!;
        var coefficients = Judged.All(reader.Query(CoefficientSql, cancellation, bound)).ToList();
        var failing = Judged.All(reader.Query(FailingSql, cancellation, bound)).ToList();
        var missing = Judged.All(reader.Query(MissingSql, cancellation, bound)).ToList();
        var composites = Judged.All(reader.Query(CompositeSql, cancellation, bound)).Select(Composite).ToList();
        return new Explanation(
            question,
            new Statement("explain.county.title", ("county", status.Text("county_name")), ("code", question["county_code"]), ("year", question.Year)),
            [
                .. Sections.Cell(question, reader.Snapshot.Table(question.Table)!, column => status[column]),
                new Section("result", [.. Result(status)]),
                new Section("coefficients", [Coefficients(coefficients), .. composites]),
                .. Failing(failing),
                .. Missing(missing),
                .. ProcedureSection.Of(reader, question.Year, question["county_code"], cancellation),
                new Section("rule", [.. Sections.Parameters(reader.Snapshot.Catalog), .. Sections.Pack(reader.Snapshot.Catalog)]),
            ],
            new Dictionary<string, Models.Numbers.Rational>(StringComparer.Ordinal),
            [],
            [],
            Further(question, coefficients, failing));
    }

    static IEnumerable<Block> Result(Judged status)
    {
        yield return new Statement("explain.county.filed", ("schools", status.Whole("schools")), ("filed", status.Whole("stages_filed")), ("expected", status.Whole("stages_expected")),
            ("missing", status.Whole("inputs_missing")), ("aside", status.Whole("rows_aside")));
        if (status["primary_met"] is not null)
        {
            yield return new Statement("explain.county.schools", ("primary", status.Whole("primary_met")), ("primaries", status.Whole("primary_stages")),
                ("junior", status.Whole("junior_met")), ("juniors", status.Whole("junior_stages")), ("unknown", status.Whole("stages_unknown")));
        }

        yield return new Statement("explain.county.coefficients", ("met", status.Whole("coefficients_met")), ("not_met", status.Whole("coefficients_not_met")),
            ("unknown", status.Whole("coefficients_unknown")), ("not_applicable", status.Whole("coefficients_not_applicable")));
    }

    static Grid Coefficients(List<Judged> coefficients) => new("coefficients", ["stage", "indicator", "name", "cv", "limit", "verdict", "flags"],
    [
        .. coefficients.Select(IReadOnlyList<object?> (row) =>
        [
            new Said("stage", row.Text("stage")), row.Text("indicator"), row.Both("short"),
            row.Real("cv") is { } cv ? cv.ToString("F3", System.Globalization.CultureInfo.InvariantCulture) : null,
            row.Exact("limit_text") is { } limit ? new Number(limit) : null,
            row.TextOrNull("verdict") is { } verdict ? new Said("verdict", verdict) : new Said("source", "no_limit"), row.Text("flags"),
        ]),
    ]);

    static Statement Composite(Judged row) => new("explain.county.composite",
        ("stage", new Said("stage", row.Text("stage"))), ("count", row.Whole("coefficients")), ("known", row.Whole("known")),
        ("composite", row.Real("composite") is { } mean ? mean.ToString("F4", System.Globalization.CultureInfo.InvariantCulture) : new Said("source", "missing")),
        ("limit", new Number(row.Exact("limit_text")!.Value)), ("verdict", new Said("verdict", row.Text("verdict"))));

    static IEnumerable<Section> Failing(List<Judged> failing)
    {
        if (failing.Count == 0) yield break;
        yield return new Section("failing",
        [
            new Grid("failing", ["school_code", "stage", "verdict", "meets", "near", "below", "unknown", "school_name"],
            [
                .. failing.Select(IReadOnlyList<object?> (row) =>
                [
                    row.Text("school_code"), new Said("stage", row.Text("stage")), new Said("verdict", row.Text("verdict")),
                    row.Whole("meets_count"), row.Whole("near_count"), row.Whole("below_count"), row.Whole("unknown_count"), row.Text("school_name"),
                ]),
            ], MostRows, new Statement("explain.rest_of_rows", ("count", Math.Max(0, failing.Count - MostRows)))),
        ]);
    }

    static IEnumerable<Section> Missing(List<Judged> missing)
    {
        if (missing.Count == 0) yield break;
        yield return new Section("not_filed",
        [
            new Grid("not_filed", ["school_code", "stage", "indicators", "reason"],
                [.. missing.Select(IReadOnlyList<object?> (row) => [row.Text("school_code"), new Said("stage", row.Text("stage")), row.Text("indicators"), new Said("reason", row.Text("reason"))])],
                MostRows, new Statement("explain.rest_of_rows", ("count", Math.Max(0, missing.Count - MostRows)))),
        ]);
    }

    List<string> Further(Question question, List<Judged> coefficients, List<Judged> failing) =>
    [
        .. new[] { "county_verdict" }.Where(table => reader.Snapshot.Table(table) is not null).Select(table => $"{table} {question["year"]} {question["county_code"]}"),
        .. coefficients.Where(row => row.Text("verdict") != "met").Take(4)
            .Concat(coefficients.Where(row => row.Text("verdict") == "met").OrderByDescending(row => row.Real("cv")).Take(1))
            .Select(row => $"coefficient {question["year"]} {question["county_code"]} {row.Text("stage")} {row.Text("indicator")}"),
        .. failing.Take(3).Select(row => $"school {question["year"]} {row.Text("school_code")}"),
    ];
}
