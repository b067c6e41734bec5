using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Evidence;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains one of the indicators 08–32 of a county, or one part of it: a row of <c>county_indicator</c>.</summary>
public sealed class CountyIndicatorExplanation(SnapshotReader reader, RuleSources ruleSources, CancellationToken cancellation)
{
    const string RowSql = """
        select judged.*, county.county_name, names.short_zh, names.short_en
        from county_indicator as judged
        join county on county.county_code = judged.county_code
        join rule_indicator as names on names.indicator = judged.indicator
        where judged.year = $year and judged.county_code = $county and judged.stage = $stage and judged.indicator = $indicator and ($part is null or judged.part = $part)
        order by judged.part
        """;

    const string NameSql = """
        select school_code as code, school_name as name from school where year = $year and county_code = $county
        union all
        select county_code, county_name from county
        """;

    const int MostSources = 24;

    const int MostBeside = 12;

    const int MostFlips = 4;

    public Explanation Of(Question question)
    {
        var (year, county, stage, indicator, part) = (question.Year, question["county_code"], question["stage"], question["indicator"], question["part"]);
        var rows = Judged.All(reader.Query(RowSql, cancellation, ("year", year), ("county", county), ("stage", stage), ("indicator", indicator), ("part", null))).ToList();
        var row = rows.Find(one => one.Text("part") == part)!;
        var parts = part.Length == 0 ? rows.Where(one => one.Text("part").Length > 0).ToList() : [];
        var rules = CountyRule.Read(reader, indicator, part, stage, cancellation);
        var constants = new Dictionary<string, Rational>(StringComparer.Ordinal);
        // Where nothing of the kind is there to be judged, nothing was looked at.
        var sources = row.Text("verdict") == "not_applicable" && row["value"] is null && row["numerator"] is null ? [] : ruleSources.Of(year, county, null, indicator, part, stage, constants);
        var names = Judged.All(reader.Query(NameSql, cancellation, ("year", year), ("county", county))).DistinctBy(one => one.Text("code")).ToDictionary(one => one.Text("code"), one => one.Text("name"), StringComparer.Ordinal);
        var rule = rules is [var only] && parts.Count == 0 ? only : null;
        var units = rule is null ? [] : UnitResults.Read(reader, year, county, indicator, stage, rule, cancellation);
        var flips = rule is null || (rule.Formula == "enough_rooms" && HasRelaxedRooms()) ? [] : CountyFlips.Of(rule, row.Text("verdict"), sources, units, code => names.GetValueOrDefault(code, code));
        return new Explanation(
            question,
            new Statement(stage == Models.Rules.Stages.All ? "explain.county_indicator.title" : "explain.county_indicator.title_of_stage", ("year", year), ("county", row.Text("county_name")), ("code", county), ("stage", new Said("stage", stage)),
                ("indicator", indicator + (part.Length > 0 ? "." + part : "")), ("name", part.Length > 0 ? row.Both("part_name") : row.Both("short")), ("verdict", new Said("verdict", row.Text("verdict")))),
            [
                .. Sections.Cell(question, reader.Snapshot.Table(question.Table)!, column => row[column], row.Both("unit")),
                new Section("result", [.. CountyIndicatorWords.Result(row, rule)]),
                .. rule is null ? Array.Empty<Section>() : [new Section("formula", [.. CountyIndicatorWords.Formula(row, rule, sources, units)])],
                .. Flips(flips, row, rule),
                .. parts.Count > 0 ? [Parts(parts, question)] : Array.Empty<Section>(),
                .. units.Count > 0 ? [UnitResults.Section(units, rule!)] : Array.Empty<Section>(),
                .. Sections.Sources(sources, units.Count > 0 && row.Text("verdict") == "met" ? MostBeside : MostSources, MostBeside, county),
                .. sources.Count > 0 ? [Fields(sources)] : Array.Empty<Section>(),
                new Section("rule", [.. CountyIndicatorWords.Rule(rules), .. Sections.Parameters(reader.Snapshot.Catalog, indicator), .. Sections.Pack(reader.Snapshot.Catalog)]),
            ],
            constants,
            sources,
            flips,
            [.. UnitResults.Further(units), $"county_verdict {question["year"]} {county}"]);
    }

    // Where kinds of rooms are pooled, or old ones may be smaller, each room has a line of its own.
    bool HasRelaxedRooms() => reader.Snapshot.Catalog.Parameters.Any(one => one is { Name: "pool_music_art", Value: "pooled" } or { Name: "exceptions", Value: not "off" });

    static IEnumerable<Section> Flips(IReadOnlyList<Flip> flips, Judged row, CountyRule? rule)
    {
        if (flips.Count == 0) yield break;
        var first = flips.OrderBy(flip => flip.Before == row.Text("verdict") ? 0 : 1).ThenBy(flip => Math.Abs(Number.Double(flip.Change / flip.LineValue))).Take(MostFlips).ToList();
        var all = Sections.WhatWouldFlip(first, near: true).Single();
        yield return all with
        {
            Blocks =
            [
                .. rule!.OfUnits ? new[] { new Statement("explain.county_indicator.flip_of_one", ("failing", row["units_failing"])) } : [],
                .. all.Blocks,
                .. flips.Count > first.Count ? new[] { new Statement("explain.county_indicator.more_flips", ("count", flips.Count - first.Count)) } : [],
            ],
        };
    }

    static Section Fields(IReadOnlyList<SourceQuantity> sources) => new("fields",
    [
        new Grid("fields", ["field", "unit", "meaning"],
        [
            .. sources.Select(source => source.Filed).DistinctBy(filed => filed.Field)
                .Select(IReadOnlyList<object?> (filed) => [filed.Field, filed.Unit.Length == 0 ? "" : new Said("unit", filed.Unit), filed.Meaning]),
        ]),
    ]);

    static Section Parts(IReadOnlyList<Judged> parts, Question question) => new("parts",
    [
        new Grid("parts", ["part", "part_name", "verdict", "why", "ask"],
        [
            .. parts.Select(IReadOnlyList<object?> (part) =>
            [
                part.Text("part"), part.Both("part_name"), new Said("verdict", part.Text("verdict")), CountyIndicatorWords.ReasonOf(part),
                new AskOn($"county_indicator {question["year"]} {question["county_code"]} {question["stage"]} {question["indicator"]} {part.Text("part")}"),
            ]),
        ]),
    ]);
}
