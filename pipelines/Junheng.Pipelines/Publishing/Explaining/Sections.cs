using System.Globalization;
using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Explaining.Flips;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Sections that explanations of several kinds have.</summary>
public static class Sections
{
    /// <summary>The one cell that was asked about; nothing where a whole row was.</summary>
    public static IEnumerable<Section> Cell(Question question, CatalogTable table, Func<string, object?> value, Bilingual? unit = null)
    {
        if (question.Column is not { } name || table.Columns.FirstOrDefault(column => column.Name == name) is not { } column) yield break;
        var blocks = new List<Block> { new Statement("explain.cell.value", ("table", table.Name), ("column", name), ("value", WithUnit(value(name), UnitOf(column, unit)))) };
        blocks.Add(new Statement("explain.cell.meaning", ("meaning", column.Meaning), ("type", column.Type)));
        var formula = $"explain.formula.{table.Name}.{name}";
        if (TextBook.In(Language.En).Has(formula)) blocks.Add(new Statement("explain.cell.formula", ("formula", new Statement(formula))));
        yield return new Section("cell", blocks);
    }

    /// <summary>The exceptions that hold for a row, and its verdict without and with them.</summary>
    public static Statement Exception(Judged row) => new("explain.exception",
        ("names", row.Text("exception")), ("without", new Said("verdict", row.Text("verdict_without_exceptions"))), ("with", new Said("verdict", row.Text("verdict_with_exceptions"))));

    /// <summary>Where a rule stands, and how sure that is.</summary>
    public static IEnumerable<Block> Citation(Citation citation)
    {
        if (citation.Clause is { } clause) yield return new Statement("explain.rule.clause", ("clause", clause));
        if (citation.Source is { } source) yield return new Statement("explain.rule.source", ("source", source), ("certainty", new Said("certainty", citation.Certainty ?? "")));
    }

    /// <summary>The open points that bear on what was asked: in full those that are about it alone or were changed, the others in one line.</summary>
    /// <param name="about">Indicators, or <c>veto</c>; empty where everything is asked about.</param>
    public static IEnumerable<Block> Parameters(Catalog catalog, params IReadOnlyList<string> about)
    {
        var bearing = catalog.Parameters.Where(one => about.Count == 0 || one.BearsOnAny || one.BearsOn!.Intersect(about, StringComparer.Ordinal).Any()).ToList();
        var told = bearing.Where(one => one.IsChanged || (about.Count > 0 && !one.BearsOnAny)).ToList();
        foreach (var one in told)
            yield return new Statement("explain.rule.parameter", ("name", one.Name), ("value", one.Value), ("default", one.Default), ("meaning", one.Meaning));
        if (bearing.Count > told.Count)
            yield return new Statement("explain.rule.parameters_at_default", ("settings", string.Join(", ", bearing.Except(told).Select(one => one.Setting))));
        if (catalog.Parameters.Count > bearing.Count)
            yield return new Statement("explain.rule.parameters_elsewhere", ("count", catalog.Parameters.Count - bearing.Count));
        if (catalog.Parameters.Count > told.Count) yield return new Statement("explain.rule.parameters_all");
    }

    public static IEnumerable<Block> Pack(Catalog catalog)
    {
        yield return new Statement("explain.rule.pack", ("pack", catalog.RulePack), ("title", catalog.RulePackTitle));
        if (catalog.Partial) yield return new Statement("summary.partial");
        if (catalog.Synthetic) yield return new Statement("summary.synthetic");
    }

    /// <summary>The sources that decide, and after them those that were only looked at; one section where all are alike.</summary>
    /// <param name="county">The county, where it may have filed them itself.</param>
    public static IEnumerable<Section> Sources(IReadOnlyList<SourceQuantity> sources, int most, int mostBeside, string? county)
    {
        var decides = sources.Where(source => source.Decides).ToList();
        if (decides.Count == 0 || decides.Count == sources.Count(source => source.Role != SourceRole.Bound))
            return sources.Count == 0 ? [] : [Sources(sources, most, county: county)];
        return [Sources(decides, most, "deciding", county), Sources(sources.Where(source => !source.Decides), mostBeside, "counted", county)];
    }

    /// <summary>Every source once, with its cells.</summary>
    /// <param name="most">How many a terminal shows.</param>
    public static Section Sources(IEnumerable<SourceQuantity> sources, int most = int.MaxValue, string name = "sources", string? county = null)
    {
        // The bounds of a band are its name.
        var each = sources
            .Where(source => source.Role != SourceRole.Bound)
            .DistinctBy(source => (source.School, source.Filed.School, source.Sign, source.Filed.Year, source.Filed.Stage, source.Filed.Field, source.Filed.Item))
            .ToList();
        // The stage is said only where there is another to mix it up with.
        var stages = each.Select(source => source.Filed.Stage).Where(stage => stage != Models.Rules.Stages.All).Distinct().Count();
        var files = each.SelectMany(source => source.Filed.Cells).Select(cell => cell.File).Distinct().ToList();
        var rows = each
            .Select(IReadOnlyList<object?> (source) =>
            [
                // A campus is judged with its school, and files for itself.
                source.Filed.School,
                FieldOf(source, stages > 1),
                source.Filed.Amount is { } amount ? new Number(amount) : source.Filed.Word is { Length: > 0 } word ? new Said("word", word) : new Said("source", "not_filed"),
                source.Filed.Amount is null ? "" : new Said("unit", source.Filed.Unit),
                source.Filed.Cells.Count == 0 || source.Filed.Cells.Any(cell => cell.Text is null) ? "" : source.Filed.AsFiled,
                source.Filed.Cells.Count == 0 ? new Said("source", "no_row") : files.Count == 1 ? source.Filed.Addresses : source.Filed.Place,
            ])
            .ToList();
        var units = each.Select(source => source.Filed).Where(filed => filed.FiledUnit.Length > 0).DistinctBy(filed => filed.FiledUnit)
            .Select(filed => new Statement("explain.sources.factor", ("filed", filed.FiledUnit), ("factor", filed.Factor.ToString()), ("unit", new Said("unit", filed.Unit))));
        var grid = new Grid("sources", [each.TrueForAll(source => source.School == county) ? "county_code" : "school_code", "field", "amount", "unit", "as_filed", "cell"], rows, most,
            new Statement("explain.rest_of_sources", ("count", Math.Max(0, rows.Count - most))));
        var blank = each.Any(source => source.Filed.Cells.Any(cell => cell.Text is ""));
        return new Section(name,
        [
            .. files.Count == 1 ? new[] { new Statement("explain.sources.file", ("file", files[0])) } : [],
            .. blank ? new[] { new Statement("explain.sources.blank") } : [],
            .. units,
            grid,
        ]);
    }

    static Several FieldOf(SourceQuantity source, bool staged)
    {
        var field = source.Sign < 0 ? "−" + source.Filed.Field : source.Filed.Field;
        return new Several(
            [
                field,
                .. staged && source.Filed.Stage != Models.Rules.Stages.All ? [new Said("stage", source.Filed.Stage)] : Array.Empty<object>(),
                .. source.Filed.Item.Length > 0 && source.Filed.Item != source.School ? [ItemOf(source.Filed.Item)] : Array.Empty<object>(),
            ],
            " · ");
    }

    // Assessors are words of ours; rooms and classes are called as the school calls them.
    static object ItemOf(string item) => new Said("item", item) is var said && TextBook.In(Language.En).Has(said.Key) ? said : item;

    public static IEnumerable<Section> WhatWouldFlip(IReadOnlyList<Flip> flips, bool near)
    {
        if (!near) yield break;
        yield return flips.Count == 0
            ? new Section("flip", [new Statement("explain.flip.none")])
            : new Section("flip", [.. flips.SelectMany(Say)]);
    }

    static IEnumerable<Block> Say(Flip flip)
    {
        yield return new Statement(flip.Change > 0 ? "explain.flip.more" : "explain.flip.less",
            ("school", flip.School), ("name", flip.SchoolName), ("meaning", flip.Filed.Meaning), ("field", flip.Filed.Field),
            ("change", new Number(flip.Change < 0 ? 0 - flip.Change : flip.Change)), ("unit", new Said("unit", flip.Filed.Unit)),
            ("from", new Number(flip.From)), ("to", new Number(flip.To)),
            ("before", SideOf(flip, flip.Before)), ("after", SideOf(flip, flip.After)),
            ("value", flip.ValueAfter.ToString("G12", CultureInfo.InvariantCulture)), ("line", new Said("line", flip.Line)), ("limit", new Number(flip.LineValue)));
        if (flip is { Cell: { } cell, CellAfter: { } after })
            yield return new Statement("explain.flip.cell", ("place", cell.Place), ("before", cell.Text ?? new Number(flip.From / flip.Filed.Factor).Text), ("after", new Number(after)));
        if (flip is { Change.Sign: < 0, After: "met" } && flip.Filed.Field != "pupils" && !flip.LessIsAsked) yield return new Statement("explain.flip.no_remedy");
    }

    static Said SideOf(Flip flip, string side) => new(flip.Line == "floor" ? "band" : "verdict", side);

    static object? UnitOf(CatalogColumn column, Bilingual? unit) => column.Unit switch
    {
        "" => null,
        "by indicator" or "unit of the part" when unit is not null => unit,
        var other => new Said("unit", other),
    };

    static Several WithUnit(object? value, object? unit) => new(unit is null || value is null ? [value] : [value, unit], " ");

    /// <summary>How far a value lies from a line, in its own unit and relative to the line.</summary>
    public static Statement Margin(double value, Rational line, string name, object? unit)
    {
        var at = Number.Double(line);
        var distance = Math.Abs(value - at);
        return new Statement(value > at ? "explain.margin.above" : value < at ? "explain.margin.below" : "explain.margin.on",
            ("line", new Said("line", name)), ("limit", new Number(line)),
            ("distance", WithUnit(distance.ToString("G6", CultureInfo.InvariantCulture), unit)), ("percent", (100 * distance / at).ToString("F2", CultureInfo.InvariantCulture)));
    }

    public static bool IsNear(double value, Rational line) => Math.Abs((value / Number.Double(line)) - 1) <= 0.05;
}
