using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Reviewing;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>A review as a person reads it: the cell, what it is, declared, ours, and what comes of it; it fits a terminal.</summary>
internal sealed class FormReviewTable
{
    // Of 120 columns, with the space between them.
    const int WhatWidth = 38;
    const int ValueWidth = 11;
    const int ResultWidth = 25;

    static readonly string[] Columns = ["form_cell", "form_item", "declared", "computed", "difference", "form_result"];

    readonly Terminal terminal;
    readonly Dictionary<string, string> indicators;
    readonly FieldCatalog catalog = FieldCatalogReader.Read(ShippedContent.Fields, []);

    public FormReviewTable(Terminal terminal, SnapshotReader reader, CancellationToken cancellation)
    {
        this.terminal = terminal;
        indicators = reader.Query("select indicator, short_zh, short_en from rule_indicator order by indicator", cancellation).Rows
            .ToDictionary(row => (string)row[0]!, row => (terminal.Language == Language.Zh ? row[1] : row[2]) as string ?? "", StringComparer.Ordinal);
    }

    public void Print(IEnumerable<ReviewedBlank> blanks) => terminal.Table(
        new RowSet(Columns, blanks.Select(IReadOnlyList<object?> (blank) =>
        [
            $"{blank.Declared.Table} {blank.Declared.Cell}".TrimEnd(), DisplayWidth.Cut(What(blank), WhatWidth), Right(WordOf(blank.DeclaredText)), Right(WordOf(blank.ComputedText)),
            Right(blank.Difference ?? ""), DisplayWidth.Cut(Result(blank), ResultWidth),
        ]).ToList()),
        key => terminal.Texts["column." + key]);

    // The school, the stage, and the indicator or field; what kind of figure it is where that does not say enough.
    string What(ReviewedBlank blank)
    {
        var asked = blank.Declared.Asked;
        var subject = asked.Field.Length > 0 && asked.Indicator.Length == 0 ? FieldName(asked.Field)
            : indicators.TryGetValue(asked.Indicator, out var name) ? $"{asked.Indicator} {name}"
            : asked.Indicator == "all" ? terminal.Texts["review.all"]
            : "";
        // The form's own words say it best to whoever reads them.
        var printed = asked.NotComputed is not null || asked.Types.Count > 0 || (terminal.Language == Language.Zh && asked.Stage.Length == 0 && asked.Figure.StartsWith("county_", StringComparison.Ordinal));
        var figure = printed ? blank.Declared.Item.Split(" > ")[^1] : Kind(asked.Figure.Split('.')[^1]);
        return string.Join(' ', new[] { ShortOf(blank.SchoolName), StageOf(blank.Stage), subject, figure }.Where(part => part.Length > 0));
    }

    string StageOf(string stage) => stage switch { "primary" => terminal.Texts["review.primary"], "junior" => terminal.Texts["review.junior"], _ => "" };

    string Kind(string figure) => figure switch
    {
        "mean" => terminal.Texts["review.mean"],
        "cv" => terminal.Texts["review.cv"],
        "composite" => terminal.Texts["review.composite"],
        "numerator" => terminal.Texts["review.numerator"],
        "denominator" => terminal.Texts["review.denominator"],
        "verdict" => terminal.Texts["review.verdict"],
        "count" => terminal.Texts["review.count"],
        "share" => terminal.Texts["review.share"],
        "pupils" => terminal.Texts["review.pupils"],
        "classes" => terminal.Texts["review.classes"],
        "founder" => terminal.Texts["review.founder"],
        "valid" => terminal.Texts["review.valid"],
        "satisfied" => terminal.Texts["review.satisfied"],
        _ => "",
    };

    string Result(ReviewedBlank blank)
    {
        if (blank.Change is not { } change) return OutcomeOf(blank.Outcome);
        var of = change.Of.Kind switch
        {
            "school" => terminal.Texts["review.of_school"],
            "coefficient" => terminal.Texts["review.of_coefficient"],
            _ => terminal.Texts["review.of_indicator"],
        };
        return $"{of} {WordOf(change.Ours)} → {WordOf(change.WithDeclared)}";
    }

    string OutcomeOf(Outcome outcome) => outcome switch
    {
        Outcome.Equal => terminal.Texts["review.equal"],
        Outcome.Rounding => terminal.Texts["review.rounding"],
        Outcome.Differs => terminal.Texts["review.differs"],
        Outcome.NotDeclared => terminal.Texts["review.not_declared"],
        Outcome.NotComputable => terminal.Texts["review.not_computable"],
        Outcome.NotComputed => terminal.Texts["review.not_computed"],
        _ => terminal.Texts["review.malformed"],
    };

    string WordOf(string text) => text switch
    {
        "met" => terminal.Texts["review.met"],
        "not_met" => terminal.Texts["review.not_met"],
        "unknown" => terminal.Texts["review.unknown"],
        "public" => terminal.Texts["review.public"],
        "private" => terminal.Texts["review.private"],
        _ => text,
    };

    string FieldName(string field) => catalog.Home(field)?.Find(field) is { } found ? (terminal.Language == Language.Zh ? found.Zh : found.En) : field;

    // Schools of a county begin with its name: what tells them apart stands at the end.
    static string ShortOf(string school)
    {
        const int widest = 17;
        if (DisplayWidth.Of(school) <= widest) return school;
        var from = 0;
        while (DisplayWidth.Of(school[from..]) > widest - 1) from++;
        return "…" + school[from..];
    }

    static string Right(string text) => DisplayWidth.Padded(DisplayWidth.Cut(text, ValueWidth), ValueWidth, right: true);
}
