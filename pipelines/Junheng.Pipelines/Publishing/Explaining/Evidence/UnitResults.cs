using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>What is judged one by one for a county: those that fail, then those that cannot be told, then those that pass most narrowly.</summary>
static class UnitResults
{
    const string Sql = """
        select result.*, school.school_name, cast(result.threshold as varchar) as threshold_text, cast(result.numerator as varchar) as above, cast(result.denominator as varchar) as below,
            reason.zh as why_zh, reason.en as why_en
        from school_rule_result as result
        left join reason on reason.reason = result.reason
        join school on school.year = result.year and school.school_code = result.school_code
        where result.year = $year and result.county_code = $county and result.indicator = $indicator and result.part = $part and result.stage = $stage
        order by
            case result.verdict when 'not_met' then 0 when 'unknown' then 1 else 2 end,
            case $formula when 'count_over' then -result.value when 'enough_rooms' then result.value - result.denominator else result.value end,
            result.school_code
        """;

    const int Most = 10;

    public static IReadOnlyList<Judged> Read(SnapshotReader reader, int year, string county, string indicator, string stage, CountyRule rule, CancellationToken cancellation) => rule.OfUnits
        ? [.. Judged.All(reader.Query(Sql, cancellation, ("year", year), ("county", county), ("indicator", indicator), ("part", rule.Part), ("stage", stage), ("formula", rule.Formula)))]
        : [];

    public static Section Section(IReadOnlyList<Judged> units, CountyRule rule)
    {
        var rows = units.Select(IReadOnlyList<object?> (unit) =>
        [
            unit.Text("school_code"),
            unit.Text("school_name"),
            rule.Level == "budget_unit" && unit.Text("unit_code") != unit.Text("school_code") ? unit.Text("unit_code") : "",
            unit.Real("value") is { } value ? RowFormats.Text(Math.Round(value, 4)) : "",
            Held(unit, rule),
            new Said("verdict", unit.Text("verdict")),
            unit.Text("why_zh").Length > 0 ? unit.Both("why") : "",
        ]).ToList();
        // A column that says nothing is not shown.
        var columns = new[] { "school_code", "school_name", "unit_code", "unit_value", "held_against", "verdict", "why" };
        var kept = Enumerable.Range(0, columns.Length).Where(column => rows.Exists(row => row[column] is not "")).ToList();
        return new Section("units",
        [
            new Grid("units", [.. kept.Select(column => columns[column])], [.. rows.Select(row => kept.ConvertAll(column => row[column]))], Most,
                new Statement("explain.rest_of_rows", ("count", Math.Max(0, rows.Count - Most)))),
        ]);
    }

    /// <summary>How to ask about the first of them.</summary>
    public static IEnumerable<string> Further(IReadOnlyList<Judged> units) =>
        units.Take(1).Select(unit => $"school_rule_result {unit["year"]} {unit.Text("school_code")} {unit.Text("stage")} {unit.Text("indicator")} {unit.Text("part")}".TrimEnd());

    // Rooms needed; the cap of its kind of school; the share asked for.
    static object Held(Judged unit, CountyRule rule) => rule.Formula switch
    {
        "enough_rooms" => unit["denominator"] is { } need ? RowFormats.Text(need) : "",
        "count_over" when rule.Level == "class" => "0",
        "funded_as" => "1",
        "judgement" => rule.Need is { } wanted ? new Said("word", wanted) : "",
        _ => unit.Exact("threshold_text") is { } threshold ? new Number(threshold) : "",
    };
}
