using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains one indicator of one school-stage: a row of <c>school_indicator</c>.</summary>
public sealed class IndicatorExplanation(SnapshotReader reader, StageQuantities quantities, CancellationToken cancellation)
{
    const string RowSql = """
        select judged.*, school.school_name, county.county_name
        from school_indicator as judged
        join school on school.year = judged.year and school.school_code = judged.school_code
        join county on county.county_code = judged.county_code
        where judged.year = $year and judged.school_code = $school and judged.stage = $stage and judged.indicator = $indicator and judged.part = $part
        """;

    public Explanation Of(Question question)
    {
        var (year, code, stage, indicator, part) = (question.Year, question["school_code"], question["stage"], question["indicator"], question["part"]);
        var row = Judged.First(reader.Query(RowSql, cancellation, ("year", year), ("school", code), ("stage", stage), ("indicator", indicator), ("part", part)))!;
        var school = quantities.Read(year, null, code, stage, indicator, part)[0];
        var rule = school.Rule;
        var lines = new[] { ("threshold", rule.Threshold), ("floor", rule.Floor) }.Where(line => line.Item2 is not null).Select(line => (Name: line.Item1, Value: line.Item2!.Value)).ToList();
        var close = row.Real("value") is { } value ? lines.Where(line => Sections.IsNear(value, line.Value)).ToList() : [];
        var flips = close.SelectMany(line => IndicatorFlips.Of(school, line.Name, line.Value)).ToList();
        return new Explanation(
            question,
            new Statement("explain.indicator.title", ("indicator", indicator + (part.Length > 0 ? "." + part : "")), ("name", rule.Short), ("stage", new Said("stage", stage)),
                ("school", row.Text("school_name")), ("code", code), ("year", year), ("county", row.Text("county_name")), ("verdict", VerdictOf(row))),
            [
                .. Sections.Cell(question, reader.Snapshot.Table(question.Table)!, column => row[column], rule.Unit),
                new Section("result", [.. Result(row, school, lines)]),
                new Section("formula", [.. Formula(school)]),
                .. Sections.WhatWouldFlip(flips, close.Count > 0),
                .. SplitSection.Of([school]),
                Sections.Sources(school.Sources),
                new Section("fields", [Fields(school)]),
                new Section("rule", [.. Sections.Citation(rule.Rule), .. Sections.Parameters(reader.Snapshot.Catalog, indicator), .. Sections.Pack(reader.Snapshot.Catalog)]),
            ],
            ConstantsOf(rule),
            [.. school.Sources],
            flips,
            [$"school {question["year"]} {code}", .. rule.Limit is null ? Array.Empty<string>() : [$"coefficient {question["year"]} {row.Text("county_code")} {stage} {indicator}"]]);
    }

    static Grid Fields(StageQuantity school) => new("fields", ["field", "unit", "meaning"],
    [
        .. school.Sources.Select(source => source.Filed).DistinctBy(filed => filed.Field)
            .Select(IReadOnlyList<object?> (filed) => [filed.Field, new Said("unit", filed.Unit), filed.Meaning]),
    ]);

    static Dictionary<string, Rational> ConstantsOf(RuleOfIndicator rule)
    {
        var constants = new Dictionary<string, Rational>(StringComparer.Ordinal) { ["times"] = rule.Times };
        if (rule.Threshold is { } threshold) constants["threshold"] = threshold;
        if (rule.Floor is { } floor) constants["floor"] = floor;
        return constants;
    }

    static object VerdictOf(Judged row) => row.TextOrNull("verdict") is { } verdict ? new Said("verdict", verdict) : new Said("verdict", "none");

    static IEnumerable<Block> Result(Judged row, StageQuantity school, List<(string Name, Rational Value)> lines)
    {
        var rule = school.Rule;
        yield return new Statement("explain.indicator.words", ("name", rule.Name), ("unit", rule.Unit));
        if (row.Real("value") is not { } value)
        {
            yield return new Statement("explain.indicator.unknown", ("verdict", VerdictOf(row)), ("reason", new Said("reason", school.Reason)));
            foreach (var line in lines) yield return new Statement("explain.indicator.line", ("line", new Said("line", line.Name)), ("value", new Number(line.Value)), ("unit", rule.Unit));
            yield break;
        }

        yield return new Statement("explain.indicator.result", ("value", new Number(school.Value)), ("full", value), ("unit", rule.Unit), ("verdict", VerdictOf(row)),
            ("band", row.TextOrNull("band") is { } band ? new Said("band", band) : new Said("band", "none")));
        foreach (var line in lines) yield return Sections.Margin(value, line.Value, line.Name, rule.Unit);
        if (row.Text("exception").Length > 0)
        {
            yield return Sections.Exception(row);
            yield return new Statement("explain.exception_value", ("value", row.Real("value_with_exceptions")), ("unit", rule.Unit));
        }

        if (row.Real("shortfall") is > 0 and var shortfall) yield return new Statement("explain.indicator.shortfall", ("shortfall", shortfall), ("unit", rule.ShortfallUnit));
    }

    static IEnumerable<Block> Formula(StageQuantity school)
    {
        yield return CoefficientExplanation.QuantityWords(school.Rule, "explain.indicator.quantity");
        if (!school.Computable) yield break;
        var terms = string.Join(" ", school.Terms.Select((term, index) => (index, term.Sign) switch
        {
            (0, > 0) => Shown(term),
            (_, > 0) => "+ " + Shown(term),
            _ => "− " + Shown(term),
        }));
        if (school.Terms.Count > 1) yield return new Statement("explain.indicator.sum", ("terms", terms), ("sum", new Number(school.R)));
        var facts = new (string, object?)[]
        {
            ("times", school.Rule.Times), ("r", new Number(school.R)), ("p", new Number(school.P)), ("w", new Number(school.Weight)), ("weighted", new Number(school.W)),
            ("value", new Number(school.Value)), ("unit", school.Rule.Unit),
        };
        yield return new Statement((school.Divided, school.Rule.Times) switch
        {
            (true, 1) => "explain.indicator.divided",
            (true, _) => "explain.indicator.divided_times",
            (false, 1) => "explain.indicator.ratio",
            _ => "explain.indicator.ratio_times",
        }, facts);
        if (school.Rule.Threshold is { } threshold)
        {
            yield return new Statement("explain.indicator.compared",
                ("have", new Number(school.Weight * school.R * school.Rule.Times)), ("threshold", new Number(threshold)), ("weighted", new Number(school.W)),
                ("want", new Number(threshold * school.W)), ("sign", (school.Weight * school.R * school.Rule.Times).CompareTo(threshold * school.W) switch { < 0 => "<", 0 => "=", _ => ">" }));
        }

        string Shown(Sources.SourceQuantity term) => new Number(term.Filed.Amount!.Value).Text;
    }
}
