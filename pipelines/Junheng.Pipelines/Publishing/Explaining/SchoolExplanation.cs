using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains how a school was judged as a whole: its rows of <c>school_verdict</c>, and the rule «6 of 7» spelled out.</summary>
public sealed class SchoolExplanation(SnapshotReader reader, StageQuantities quantities, CancellationToken cancellation)
{
    const string SchoolSql = """
        select school.*, county.county_name, type.name_zh, type.name_en
        from school
        join county on county.county_code = school.county_code
        left join rule_school_type as type on type.school_type = school.school_type
        where school.year = $year and school.school_code = $school
        """;

    const string VerdictSql = "select * from school_verdict where year = $year and school_code = $school and ($stage is null or stage = $stage) order by stage desc";

    const string IndicatorSql = """
        select judged.*, cast(judged.threshold as varchar) as threshold_text, rule.sort_order
        from school_indicator as judged
        join rule on rule.indicator = judged.indicator and rule.part = judged.part and rule.stage = judged.stage
        where judged.year = $year and judged.school_code = $school and ($stage is null or judged.stage = $stage)
            and judged.part = '' and rule.dimension = 'resource' and rule.level = 'school_stage'
        order by judged.stage desc, rule.sort_order
        """;

    const string RuleSql = "select *, cast(floor as varchar) as floor_text from rule_school";

    const string ScopeSql = """
        select stage, any_value(reason order by indicator) as reason, any_value(reason_en order by indicator) as reason_en
        from school_scope
        where year = $year and school_code = $school and ($stage is null or stage = $stage) and not in_scope
        group by stage
        order by stage desc
        """;

    public Explanation Of(Question question)
    {
        var (year, code, stage) = (question.Year, question["school_code"], question.Find("stage"));
        (string, object?)[] staged = [("year", year), ("school", code), ("stage", stage)];
        var school = Judged.First(reader.Query(SchoolSql, cancellation, ("year", year), ("school", code)))!;
        var rule = Judged.First(reader.Query(RuleSql, cancellation));
        var parts = quantities.Read(year, null, code, stage, null, "");
        var indicators = Judged.All(reader.Query(IndicatorSql, cancellation, staged)).ToList();
        var verdicts = Judged.All(reader.Query(VerdictSql, cancellation, staged)).ToList();
        var sections = new List<Section>();
        var table = reader.Snapshot.Table(question.Table)!;
        if (verdicts.Count > 0) sections.AddRange(Sections.Cell(question, table, column => question.Table == "school_verdict" ? verdicts[0][column] : school[column]));
        sections.Add(new Section("register", [Register(school)]));
        foreach (var group in indicators.GroupBy(row => row.Text("stage")))
            sections.Add(StageSection(group.Key, [.. group], verdicts.FirstOrDefault(row => row.Text("stage") == group.Key), rule, parts));
        sections.AddRange(Judged.All(reader.Query(ScopeSql, cancellation, staged)).Select(outside => new Section("scope", [Outside(outside)])));
        sections.AddRange(SplitSection.Of(parts.Where(part => part.Rule.Split).Take(1), quantities: false));
        if (parts.Count > 0) sections.Add(Sections.Sources(parts.SelectMany(part => part.Sources)));
        else sections.Add(new Section("result", [new Statement("explain.school.nothing")]));
        if (rule is not null) sections.Add(new Section("rule", [.. Sections.Citation(CitationOf(rule)), .. Sections.Pack(reader.Snapshot.Catalog)]));
        return new Explanation(
            question,
            new Statement("explain.school.title", ("school", school.Text("school_name")), ("code", code), ("year", year)),
            sections,
            ConstantsOf(parts),
            [.. parts.SelectMany(part => part.Sources)],
            [],
            [
                .. indicators.Where(row => row.TextOrNull("band") is not "meets").Select(row => $"indicator {question["year"]} {code} {row.Text("stage")} {row.Text("indicator")}"),
                $"county {question["year"]} {school.Text("county_code")}",
            ]);
    }

    static Statement Register(Judged school) => new("explain.school.register",
        ("type", school["name_zh"] is null ? school.Text("school_type") : school.Both("name")),
        ("county", school.Text("county_name")), ("code", school.Text("county_code")), ("area", Word("area", school)), ("founder", Word("founder", school)),
        ("place", $"{school.Text("file")} {school.Text("sheet")}".TrimEnd()), ("row", school.Whole("row")));

    static Statement Outside(Judged scope) => new("explain.school.outside",
        ("stage", new Said("stage", scope.Text("stage"))), ("reason", new Models.Bilingual(scope.Text("reason"), scope.Text("reason_en"))));

    static Citation CitationOf(Judged rule) => new(rule.TextOrNull("clause"), rule.TextOrNull("source"), rule.TextOrNull("certainty"));

    static object Word(string column, Judged school) => school.TextOrNull(column) is { } word ? new Said(column, word) : new Said("source", "not_filed");

    static Section StageSection(string stage, List<Judged> indicators, Judged? verdict, Judged? rule, IReadOnlyList<StageQuantity> parts)
    {
        var judged = indicators.Any(row => row["threshold"] is not null);
        var rows = indicators.Select(IReadOnlyList<object?> (row) =>
        {
            var part = parts.First(one => one.Rule.Indicator == row.Text("indicator") && one.Rule.Stage == stage);
            return
            [
                row.Text("indicator"),
                part.Rule.Short,
                part.Computable ? new Places(part.Value, 4) : null,
                row.Exact("threshold_text") is { } threshold ? new Number(threshold) : null,
                part.Computable && part.Rule.Threshold is { } line ? new Places(part.Value * 100 / line, 1) : null,
                row.TextOrNull("band") is { } band ? new Said("band", band) : judged ? new Said("reason", row.Text("reason")) : null,
                row.Real("shortfall") is > 0 and var shortfall ? new Several([shortfall, part.Rule.ShortfallUnit], " ") : "",
            ];
        }).ToList();
        var blocks = new List<Block>();
        if (verdict is not null && rule is not null) blocks.AddRange(Spelled(stage, verdict, rule));
        else blocks.Add(new Statement("explain.school.no_rule", ("stage", new Said("stage", stage))));
        blocks.Add(new Grid("indicators", ["indicator", "name", "value", "threshold", "percent", "band", "shortfall"], rows));
        if (verdict is not null && rule is not null) blocks.Add(Binding(indicators, verdict, rule));
        blocks.AddRange(indicators.Where(row => row.Text("exception").Length > 0).Select(Sections.Exception));
        return new Section("seven_" + stage, blocks);
    }

    static IEnumerable<Block> Spelled(string stage, Judged verdict, Judged rule)
    {
        yield return new Statement("explain.school.result", ("stage", new Said("stage", stage)), ("verdict", new Said("verdict", verdict.Text("verdict"))),
            ("meets", verdict.Whole("meets_count")), ("near", verdict.Whole("near_count")), ("below", verdict.Whole("below_count")), ("unknown", verdict.Whole("unknown_count")));
        yield return new Statement("explain.school.rule",
            ("of", rule.Whole("of")), ("need", rule.Whole("need")), ("rest", rule.Whole("of") - rule.Whole("need")), ("floor", new Number(rule.Exact("floor_text")!.Value * 100)));
    }

    // What decides: one below the floor is enough; several near are too many; an unknown one keeps a verdict open.
    static Statement Binding(List<Judged> indicators, Judged verdict, Judged rule)
    {
        var allowed = rule.Whole("of") - rule.Whole("need");
        return (verdict.Text("verdict"), verdict.Whole("below_count"), verdict.Whole("near_count")) switch
        {
            ("met", _, 0) => new Statement("explain.school.binds_none"),
            ("met", _, _) => new Statement("explain.school.binds_near_allowed", ("indicators", Those("near"))),
            ("unknown", _, _) => new Statement("explain.school.binds_unknown", ("indicators", Those(null))),
            (_, > 0, var near) when near > allowed => new Statement("explain.school.binds_both", ("below", Those("below")), ("near", Those("near")), ("allowed", allowed)),
            (_, > 0, _) => new Statement("explain.school.binds_below", ("indicators", Those("below"))),
            _ => new Statement("explain.school.binds_near", ("indicators", Those("near")), ("allowed", allowed)),
        };

        string Those(string? band) => string.Join(", ", indicators.Where(row => row.TextOrNull("band") == band).Select(row => row.Text("indicator")));
    }

    static Dictionary<string, Rational> ConstantsOf(IReadOnlyList<StageQuantity> parts)
    {
        var constants = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var rule in parts.Select(part => part.Rule))
        {
            constants[$"{rule.Indicator}.{rule.Stage}.times"] = rule.Times;
            if (rule.Threshold is { } threshold) constants[$"{rule.Indicator}.{rule.Stage}.threshold"] = threshold;
            if (rule.Floor is { } floor) constants[$"{rule.Indicator}.{rule.Stage}.floor"] = floor;
        }

        return constants;
    }
}
