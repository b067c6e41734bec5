using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>County rows as a person reads them, within 120 columns: counts as «19/31», columns that say nothing left out, what is a list on a line of its own below.</summary>
public sealed class CountyTable(Terminal terminal)
{
    const int CountyWidth = 15;
    const int LineWidth = 118;

    public void Print(RowSet counties)
    {
        var withYear = Enumerable.Range(0, counties.Rows.Count).Select(row => counties[row, "year"]).Distinct().Count() > 1;
        var columns = new List<(string Key, Func<int, object?> Value)>
        {
            ("county_code", row => counties[row, "county_code"]),
            ("county_name", row => DisplayWidth.Cut(Name(row), CountyWidth)),
            ("schools", row => withYear ? null : counties[row, "schools"]),
            ("filed", row => Share(row, "stages_filed", "stages_expected")),
            ("inputs_missing", row => Filled(row, "inputs_missing")),
            ("primary", row => Share(row, "primary_met", "primary_stages")),
            ("junior", row => Share(row, "junior_met", "junior_stages")),
            ("stages_unknown", row => Filled(row, "stages_unknown")),
            ("coefficients_not_met", row => Filled(row, "coefficients_not_met")),
            ("coefficients_unknown", row => Filled(row, "coefficients_unknown")),
            ("overall", row => counties[row, "overall"] is string verdict ? terminal.Texts["explain.verdict." + verdict] : null),
        };
        if (withYear) columns.Insert(0, ("year", row => counties[row, "year"]));
        var rows = Enumerable.Range(0, counties.Rows.Count).Select(row => columns.Select(column => column.Value(row)).ToList()).ToList();
        var kept = Enumerable.Range(0, columns.Count).Where(index => rows.Exists(row => row[index] is not null)).ToList();
        terminal.Table(
            new RowSet(kept.Select(index => columns[index].Key).ToList(), rows.Select(IReadOnlyList<object?> (row) => kept.Select(index => row[index]).ToList()).ToList()),
            key => terminal.Texts["column." + key]);
        for (var row = 0; row < counties.Rows.Count; row++) Facts(row);

        void Facts(int row)
        {
            var facts = new (string Key, object? Value)[] { ("worst", counties[row, "worst"]), ("blocking", (counties[row, "blocking"] as string)?.Replace(",", ", ", StringComparison.Ordinal)), ("rows_aside", Filled(row, "rows_aside")), ("procedure", Procedure(row)) }
                .Where(fact => fact.Value is not (null or "")).Select(fact => terminal.Texts["county.fact", ("name", terminal.Texts["column." + fact.Key]), ("value", fact.Value)]).ToList();
            if (facts.Count == 0) return;
            var line = terminal.Texts["county.line", ("county", withYear ? $"{counties[row, "year"]} {Name(row)}" : Name(row)), ("facts", string.Join(terminal.Texts["county.and"], facts))];
            foreach (var part in DisplayWidth.Wrapped(line, LineWidth)) terminal.SayLine(part);
        }

        string Name(int row) => (string)counties[row, "county_name"]!;

        // «city review 2024 passed»; the date is in `county_procedure`.
        object? Procedure(int row) => counties[row, "step"] is not string step ? null : string.Join(' ', new[]
        {
            terminal.Texts["explain.step." + step],
            Convert.ToString(counties[row, "step_year"], CultureInfo.InvariantCulture),
            counties[row, "step_result"] is string result ? terminal.Texts["explain.step_result." + result] : null,
        }.Where(word => word is not null));

        // A study pack judges no schools; an empty share says so by its absence.
        string? Share(int row, string part, string whole) =>
            counties[row, whole] is { } of ? string.Create(CultureInfo.InvariantCulture, $"{counties[row, part]}/{of}") : null;

        object? Filled(int row, string column) => counties[row, column] is 0 or null ? null : counties[row, column];
    }
}
