using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>The compiled rule of one indicator, part and stage, with its terms and names.</summary>
public sealed record RuleOfIndicator(
    string Indicator,
    string Part,
    string Stage,
    Bilingual Name,
    Bilingual Short,
    int Times,
    bool Split,
    Rational? Threshold,
    Rational? Floor,
    Rational? Limit,
    string? MissingSchool,
    Bilingual Unit,
    Bilingual ShortfallUnit,
    Citation Rule,
    Citation LimitRule,
    IReadOnlyList<RuleTerm> Terms)
{
    const string Sql = """
        select
            rule.*, cast(threshold as varchar) as threshold_text, cast(floor as varchar) as floor_text, cast(cv_limit as varchar) as limit_text,
            names.name_zh, names.name_en, names.short_zh, names.short_en
        from rule
        join rule_indicator as names on names.indicator = rule.indicator
        where ($indicator is null or rule.indicator = $indicator) and ($part is null or rule.part = $part) and ($stage is null or rule.stage = $stage)
        order by rule.sort_order, rule.part, rule.stage
        """;

    const string TermsSql = "select indicator, part, stage, field, sign, lag, filed_stage from rule_term order by indicator, part, stage, sign desc, field";

    public static IReadOnlyList<RuleOfIndicator> Read(SnapshotReader reader, string? indicator, string? part, string? stage, CancellationToken cancellation)
    {
        var terms = Judged.All(reader.Query(TermsSql, cancellation))
            .ToLookup(row => (row.Text("indicator"), row.Text("part"), row.Text("stage")), row => new RuleTerm(row.Text("field"), row.Whole("sign"), row.Whole("lag"), row.Text("filed_stage")));
        return Judged.All(reader.Query(Sql, cancellation, ("indicator", indicator), ("part", part), ("stage", stage)))
            .Select(row => new RuleOfIndicator(
                row.Text("indicator"), row.Text("part"), row.Text("stage"), row.Both("name"), row.Both("short"), row.Whole("times"), row.Flag("split"),
                row.Exact("threshold_text"), row.Exact("floor_text"), row.Exact("limit_text"), row.TextOrNull("missing_school"), row.Both("unit"), row.Both("shortfall_unit"),
                new Citation(row.TextOrNull("clause"), row.TextOrNull("source"), row.TextOrNull("certainty")),
                new Citation(row.TextOrNull("limit_clause"), row.TextOrNull("limit_source"), row.TextOrNull("limit_certainty")),
                terms[(row.Text("indicator"), row.Text("part"), row.Text("stage"))].ToList()))
            .ToList();
    }
}

/// <summary>Where a rule stands and how sure that is.</summary>
public sealed record Citation(string? Clause, string? Source, string? Certainty);

/// <summary>One quantity a numerator is made of.</summary>
public sealed record RuleTerm(string Field, int Sign, int Lag, string FiledStage);
