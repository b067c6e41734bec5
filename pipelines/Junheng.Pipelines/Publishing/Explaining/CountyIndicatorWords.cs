using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Evidence;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Sentences about an indicator of a county: its result, its formula with the numbers in it, its rule.</summary>
static class CountyIndicatorWords
{
    /// <param name="rule">Null for an indicator in parts.</param>
    public static IEnumerable<Block> Result(Judged row, CountyRule? rule)
    {
        yield return new Statement("explain.county_indicator.verdict", ("name", row.Both("part_name")), ("verdict", new Said("verdict", row.Text("verdict"))));
        if (row.Text("reason").Length > 0) yield return new Statement("explain.county_indicator.reason", ("reason", ReasonOf(row)));
        if (row["units_in_scope"] is not (null or 0))
            yield return new Statement("explain.county_indicator.units", ("units", row["units_in_scope"]), ("failing", row["units_failing"] ?? 0), ("unknown", row["units_unknown"] ?? 0), ("kind", new Said("units_of", rule?.Level ?? "school")));
        if (row.Real("value") is { } value)
        {
            yield return new Statement("explain.county_indicator.value", ("value", RowFormats.Text(Math.Round(value, 6))), ("full", value), ("unit", row.Both("unit")));
            if (rule?.Threshold is { } threshold) yield return Sections.Margin(value, threshold, "threshold", rule.Unit);
        }

        if (row.Text("exception").Length > 0) yield return Sections.Exception(row);
    }

    public static Bilingual ReasonOf(Judged row) => new(row.Text("reason"), row.Text("reason_en"));

    /// <summary>What is reckoned, in words and then with its numbers.</summary>
    public static IEnumerable<Block> Formula(Judged row, CountyRule rule, IReadOnlyList<SourceQuantity> sources, IReadOnlyList<Judged> units)
    {
        yield return new Statement("explain.county_formula." + rule.Kind,
            ("threshold", rule.Threshold is { } standard ? new Number(standard) : new Said("source", "no_threshold")), ("unit", rule.Unit), ("comparison", Word("comparison", rule.Comparison)),
            ("need", Word("word", rule.Need)), ("kind", Word("room_kind", rule.RoomKind)), ("per", rule.PerClasses), ("times", rule.Times));
        if (units.Count > 0 && units[0].Exact("above") is { } has && (units[0].Exact("below") ?? units[0].Exact("threshold_text")) is { } against)
            yield return new Statement("explain.county_first." + rule.Kind,
                ("school", units[0].Text("school_name")), ("accounts", units[0].Text("unit_code")), ("above", new Number(has)), ("below", new Number(against)), ("times", rule.Times),
                ("value", against.Sign > 0 ? new Number(rule.Times * has / against, 4) : null), ("unit", rule.Unit));
        if (rule.AsksForAll) yield return new Statement("explain.county_indicator.asks_for_all");
        if (rule.Kind is not ("ratio.county" or "survey")) yield break;
        foreach (var (role, key) in new[] { (SourceRole.Numerator, "numerator"), (SourceRole.Denominator, "denominator") })
        {
            var terms = sources.Where(source => source.Role == role).ToList();
            if (terms.Count == 0 || terms.Exists(term => term.Filed.Amount is null)) continue;
            yield return new Statement($"explain.county_indicator.{key}{(terms.Count == 1 ? "_alone" : "")}", ("terms", Terms(terms)), ("sum", new Number(Ratio.Sum(terms, role))));
        }

        if (Ratio.Of([.. sources.Where(source => source.Role is SourceRole.Numerator or SourceRole.Denominator)], rule.Times, rule.Tested ?? 0) is not { } ratio) yield break;
        // A check set a number aside, or the register is not whole: what was filed can be reckoned with, and decides nothing.
        if (row.Text("verdict") == "unknown") yield return new Statement("explain.county_indicator.decides_nothing");
        yield return new Statement(rule.Times == 1 ? "explain.county_indicator.ratio" : "explain.county_indicator.ratio_times",
            ("times", rule.Times), ("above", new Number(ratio.Above)), ("below", new Number(ratio.Below)), ("value", new Number(ratio.Times * ratio.Above / ratio.Below)), ("unit", rule.Unit));
        if (rule.Tested is { } tested)
        {
            var (have, want) = (ratio.Times * ratio.Above, tested * ratio.Below);
            yield return new Statement("explain.indicator.compared", ("have", new Number(have)), ("threshold", new Number(tested)), ("weighted", new Number(ratio.Below)), ("want", new Number(want)),
                ("sign", have.CompareTo(want) switch { < 0 => "<", 0 => "=", _ => ">" }));
        }
    }

    public static IEnumerable<Block> Rule(IReadOnlyList<CountyRule> rules)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            if (rules.Count > 1) yield return new Statement("explain.county_indicator.part", ("part", rule.Part), ("name", rule.Name));
            if (rule.Threshold is { } threshold)
                yield return new Statement("explain.county_indicator.threshold", ("comparison", Word("comparison", rule.Comparison)), ("threshold", new Number(threshold)), ("unit", rule.Unit));
            // A sentence that several parts stand on is quoted once, after the last of them.
            if (index + 1 < rules.Count && rules[index + 1].Citation == rule.Citation) continue;
            foreach (var block in Sections.Citation(rule.Citation)) yield return block;
        }
    }

    static Said? Word(string family, string? word) => word is null ? null : new Said(family, word);

    // Fields of one county are named with their amounts; many schools' are summed.
    static object Terms(List<SourceQuantity> terms) => terms.Count > 6
        ? new Statement("explain.county_indicator.sum_of", ("count", terms.Count), ("meaning", terms[0].Filed.Meaning))
        : new Several(
            [
                .. terms.SelectMany((term, index) => new object[]
                {
                    index == 0 ? term.Sign < 0 ? "−" : "" : term.Sign < 0 ? " − " : " + ",
                    new Number(term.Filed.Amount!.Value), " (", term.Filed.Meaning, ")",
                }),
            ],
            "");
}
