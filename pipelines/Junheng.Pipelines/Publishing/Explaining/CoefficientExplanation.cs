using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains one coefficient of one county: a row of <c>county_coefficient</c>.</summary>
public sealed class CoefficientExplanation(SnapshotReader reader, StageQuantities quantities, CancellationToken cancellation)
{
    const int MostSchools = 8;

    const string RowSql = """
        select judged.*, cast(judged.pupils as varchar) as pupils_text, cast(judged.total as varchar) as total_text,
            cast(base.cv_squared as varchar) as cv_squared_text, cast(base.missing_pupils as varchar) as missing_pupils_text, county.county_name
        from county_coefficient as judged
        join coefficient_base as base
            on base.year = judged.year and base.county_code = judged.county_code and base.stage = judged.stage and base.indicator = judged.indicator
        join county on county.county_code = judged.county_code
        where judged.year = $year and judged.county_code = $county and judged.stage = $stage and judged.indicator = $indicator
        """;

    const string OutOfScopeSql = """
        select school_scope.school_code, school.school_name, school_scope.reason, school_scope.reason_en
        from school_scope
        join school on school.year = school_scope.year and school.school_code = school_scope.school_code
        where school_scope.year = $year and school_scope.county_code = $county and school_scope.stage = $stage and school_scope.indicator = $indicator and not in_scope
        order by school_scope.school_code
        """;

    public Explanation Of(Question question)
    {
        var (year, county, stage, indicator) = (question.Year, question["county_code"], question["stage"], question["indicator"]);
        (string, object?)[] bound = [("year", year), ("county", county), ("stage", stage), ("indicator", indicator)];
        var row = Judged.First(reader.Query(RowSql, cancellation, bound))!;
        var schools = quantities.Read(year, county, null, stage, indicator, "");
        var members = schools.Where(school => school.Computable).ToList();
        var missing = schools.Where(school => !school.Computable).ToList();
        var rule = schools.Count > 0 ? schools[0].Rule : RuleOfIndicator.Read(reader, indicator, "", stage, cancellation)[0];
        var catalog = reader.Snapshot.Catalog;
        // An unknown verdict is flipped by filing, not by a quantity.
        var near = row.Real("cv") is { } cv && row.Text("verdict") is "met" or "not_met" && rule.Limit is { } limit && Sections.IsNear(cv, limit);
        var flips = near ? CoefficientFlips.Of(members, rule.Limit!.Value) : [];
        var ordered = Terms(members);
        var shown = ordered.Take(MostSchools).Select(term => term.School).ToList();
        var sources = shown.Concat(missing).Concat(ordered.Skip(MostSchools).Select(term => term.School)).SelectMany(school => school.Sources).ToList();
        return new Explanation(
            question,
            new Statement("explain.coefficient.title", ("indicator", indicator), ("name", rule.Short), ("stage", new Said("stage", stage)),
                ("county", row.Text("county_name")), ("code", county), ("year", year), ("verdict", VerdictOf(row))),
            [
                .. Sections.Cell(question, reader.Snapshot.Table(question.Table)!, column => row[column], rule.Unit),
                new Section("result", [.. Result(row, rule)]),
                new Section("formula", [.. Formula(row, rule)]),
                .. Schools(ordered, rule),
                .. Sections.WhatWouldFlip(flips, near),
                .. Missing(missing, row, rule),
                .. SplitSection.Of(shown.Concat(missing)),
                Sections.Sources(sources, shown.Concat(missing).Sum(school => school.Sources.Count())),
                .. OutOfScope(bound),
                new Section("rule", [.. Sections.Citation(rule.LimitRule), .. Sections.Citation(rule.Rule), .. Sections.Parameters(catalog, indicator), .. Sections.Pack(catalog)]),
            ],
            Constants(rule),
            sources,
            flips,
            Further(question, missing, ordered));
    }

    static IEnumerable<Block> Result(Judged row, RuleOfIndicator rule)
    {
        var verdict = VerdictOf(row);
        yield return new Statement("explain.coefficient.words", ("name", rule.Name), ("stage", new Said("stage", rule.Stage)));
        if (rule.Limit is null)
        {
            // Only the mean of all has a limit: `county_composite`.
            yield return row.Real("cv") is { } single
                ? new Statement("explain.coefficient.no_limit", ("cv", single.ToString("F3", CultureInfo.InvariantCulture)), ("full", single))
                : new Statement("explain.coefficient.no_limit_no_cv", ("verdict", verdict));
        }
        else if (row.Real("cv") is { } cv)
        {
            yield return new Statement("explain.coefficient.result",
                ("cv", cv.ToString("F3", CultureInfo.InvariantCulture)), ("full", cv), ("limit", new Number(rule.Limit!.Value)), ("verdict", verdict));
            yield return Sections.Margin(cv, rule.Limit!.Value, "limit", null);
        }
        else
        {
            yield return new Statement("explain.coefficient.no_cv", ("limit", new Number(rule.Limit!.Value)), ("verdict", verdict));
        }

        foreach (var flag in row.Text("flags").Split(',', StringSplitOptions.RemoveEmptyEntries))
            yield return new Statement("explain.flag_line", ("flag", flag), ("meaning", new Said("flag", flag)));
    }

    static IEnumerable<Block> Formula(Judged row, RuleOfIndicator rule)
    {
        yield return new Statement("explain.coefficient.counted", ("schools", row.Whole("schools")), ("registered", row.Whole("registered")), ("stage", new Said("stage", rule.Stage)));
        yield return QuantityWords(rule, rule.Split ? "explain.quantity_split" : "explain.quantity");
        if (row.Exact("pupils_text") is not { } pupils || row.Exact("total_text") is not { } total) yield break;
        yield return new Statement(rule.Times == 1 ? "explain.coefficient.mean" : "explain.coefficient.mean_times",
            ("times", rule.Times), ("total", new Number(total)), ("pupils", new Number(pupils)), ("mean", new Number(total * rule.Times / pupils)), ("unit", rule.Unit));
        if (row.Exact("cv_squared_text") is not { } squared) yield break;
        yield return new Statement("explain.coefficient.squared", ("squared", new Number(squared, 18)));
        yield return new Statement("explain.coefficient.root", ("full", row.Real("cv")));
        yield return new Statement("explain.coefficient.deviation", ("sd", row.Real("sd")), ("unit", rule.Unit));
        if (rule.Limit is { } limit)
        {
            yield return new Statement("explain.coefficient.compared",
                ("squared", new Number(squared, 12)), ("limit", new Number(limit)), ("limit_squared", new Number(limit * limit, 12)));
        }

        yield return new Statement("explain.coefficient.others", ("unweighted", row.Real("cv_unweighted")), ("gini", row.Real("gini")), ("theil", row.Real("theil")));
    }

    /// <summary>What X is made of: R = teaching_area − gym_area.</summary>
    public static Statement QuantityWords(RuleOfIndicator rule, string key) => new(key,
        ("terms", string.Join(" ", rule.Terms.Select((term, index) => (index, term.Sign) switch
        {
            (0, > 0) => term.Field,
            (_, > 0) => "+ " + term.Field,
            _ => "− " + term.Field,
        }))));

    static List<(StageQuantity School, Rational Ratio, Rational Term)> Terms(List<StageQuantity> members)
    {
        var pupils = members.Aggregate((Rational)0, (sum, school) => sum + school.P);
        var total = members.Aggregate((Rational)0, (sum, school) => sum + school.X);
        if (total.Sign == 0) return [.. members.Select(school => (school, (Rational)0, (Rational)0))];
        return
        [
            .. members.Select(school =>
            {
                var ratio = school.X / school.P * pupils / total;
                return (school, ratio, school.P / pupils * (ratio - 1) * (ratio - 1));
            }).OrderByDescending(term => term.Item3).ThenBy(term => term.school.School, StringComparer.Ordinal),
        ];
    }

    static IEnumerable<Section> Schools(List<(StageQuantity School, Rational Ratio, Rational Term)> terms, RuleOfIndicator rule)
    {
        if (terms.Count == 0) yield break;
        var sum = terms.Aggregate((Rational)0, (all, term) => all + term.Term);
        var rest = terms.Skip(MostSchools).Aggregate((Rational)0, (all, term) => all + term.Term);
        var rows = terms.Select(IReadOnlyList<object?> (term) =>
        [
            sum.Sign == 0 ? null : new Places(term.Term * 100 / sum, 1),
            term.School.School,
            new Places(term.School.P, 0),
            new Number(term.School.X, 3),
            new Places(term.School.Value, 3),
            new Places(term.Ratio, 4),
            new Places(term.Term, 9),
            term.School.Name,
        ]).ToList();
        yield return new Section("schools",
        [
            new Statement("explain.coefficient.terms", ("unit", rule.Unit)),
            new Grid("terms", ["share", "school_code", "p", "x", "value", "ratio", "term", "school_name"], rows, MostSchools,
                new Statement("explain.coefficient.rest", ("count", Math.Max(0, terms.Count - MostSchools)), ("rest", new Number(rest, 9)), ("sum", new Number(sum, 9)))),
        ]);
    }

    static IEnumerable<Section> Missing(List<StageQuantity> missing, Judged row, RuleOfIndicator rule)
    {
        if (missing.Count == 0) yield break;
        var grid = new Grid("missing", ["school_code", "pupils", "reason", "school_name"],
            [
            .. missing.Select(IReadOnlyList<object?> (school) =>
            [
                school.School,
                school.Pupils.Filed.Amount is { } pupils ? new Number(pupils) : new Said("source", "not_filed"),
                new Said("reason", school.Reason),
                school.Name,
            ]),
        ]);
        var treatment = new Statement(rule.MissingSchool == "exclude" ? "explain.missing.exclude" : "explain.missing.unknown", ("count", missing.Count));
        var range = row.Exact("missing_pupils_text") is not { } pupils
            ? new Statement("explain.missing.no_pupils")
            : row.Real("missing_low") is { } low
                ? new Statement("explain.missing.range", ("low", low), ("high", row.Real("missing_high")), ("unit", rule.Unit), ("pupils", new Number(pupils)))
                : new Statement("explain.missing.no_range");
        yield return new Section("missing", [treatment, grid, range]);
    }

    IEnumerable<Section> OutOfScope((string, object?)[] bound)
    {
        var outside = Judged.All(reader.Query(OutOfScopeSql, cancellation, bound)).ToList();
        if (outside.Count == 0) yield break;
        yield return new Section("scope",
        [
            new Grid("scope", ["school_code", "school_name", "scope_reason"],
                [
                    .. outside.Select(IReadOnlyList<object?> (school) =>
                        [school.Text("school_code"), school.Text("school_name"), new Models.Bilingual(school.Text("reason"), school.Text("reason_en"))]),
                ],
                MostSchools,
                new Statement("explain.rest_of_rows", ("count", Math.Max(0, outside.Count - MostSchools)))),
        ]);
    }

    static Said VerdictOf(Judged row) => row.TextOrNull("verdict") is { } verdict ? new Said("verdict", verdict) : new Said("source", "no_limit");

    static Dictionary<string, Rational> Constants(RuleOfIndicator rule)
    {
        var constants = new Dictionary<string, Rational>(StringComparer.Ordinal) { ["times"] = rule.Times };
        if (rule.Limit is { } limit) constants["limit"] = limit;
        return constants;
    }

    static List<string> Further(Question question, List<StageQuantity> missing, List<(StageQuantity School, Rational Ratio, Rational Term)> terms) =>
    [
        .. missing.Take(2).Concat(terms.Take(2).Select(term => term.School)).Select(school => $"indicator {question["year"]} {school.School} {question["stage"]} {question["indicator"]}"),
        $"county {question["year"]} {question["county_code"]}",
    ];
}
