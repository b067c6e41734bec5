using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Evidence;

/// <summary>The compiled rule of one part of an indicator judged for a county.</summary>
/// <param name="Share">The numerator is part of the denominator.</param>
/// <param name="Kind">The formula and what it is asked of: <c>count_over.class</c>.</param>
/// <param name="Tested">What a value is held against; the threshold, but where values are rounded first.</param>
public sealed record CountyRule(
    string Part,
    string Formula,
    string Level,
    bool FromSchools,
    bool Share,
    Bilingual Name,
    Bilingual Unit,
    int Times,
    Rational? Threshold,
    Rational? Tested,
    string? Comparison,
    string? Need,
    string? RoomKind,
    int PerClasses,
    string? Measure,
    Citation Citation)
{
    // Parts of monitoring are split by subject: `level` is judged as `level-mathematics`.
    const string Sql = """
        select *, cast(threshold as varchar) as threshold_text, cast(threshold_tested as varchar) as tested_text
        from rule_part
        where indicator = $indicator and stage = $stage and ($part = '' or part = $part or starts_with($part, concat(part, '-')))
        order by part
        """;

    public string Kind => Formula is "count_over" or "ratio" or "judgement" ? $"{Formula}.{Level}" : Formula;

    /// <summary>Whether it is judged school by school, class by class or unit by unit.</summary>
    public bool OfUnits => Level != "county";

    /// <summary>One short of it decides, whatever the sums say.</summary>
    public bool AsksForAll => FromSchools && !OfUnits && (Comparison == "equal" || (Share && Threshold is { } threshold && threshold >= Times));

    public static IReadOnlyList<CountyRule> Read(SnapshotReader reader, string indicator, string part, string stage, CancellationToken cancellation) =>
        [.. Judged.All(reader.Query(Sql, cancellation, ("indicator", indicator), ("part", part), ("stage", stage))).Select(row => new CountyRule(
            row.Text("part"), row.Text("formula"), row.Text("level"), row.Flag("from_schools"), row.Flag("share"), row.Both("name"), row.Both("unit"), row.Whole("times"),
            row.Exact("threshold_text"), row.Exact("tested_text"), row.TextOrNull("comparison"), row.TextOrNull("need"), row.TextOrNull("room_kind"),
            row["per_classes"] is null ? 0 : row.Whole("per_classes"), row.TextOrNull("measure"),
            new Citation(row.TextOrNull("clause"), row.TextOrNull("source"), row.TextOrNull("certainty"))))];
}
