using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>County rows as a person reads them: counts as «19/31», columns that say nothing left out, narrow enough for a terminal.</summary>
public sealed class CountyTable(Terminal terminal)
{
    public void Print(RowSet counties, bool withYear)
    {
        var columns = new List<(string Key, Func<int, object?> Value)>
        {
            ("county_code", row => counties[row, "county_code"]),
            ("county_name", row => counties[row, "county_name"]),
            ("schools", row => counties[row, "schools"]),
            ("filed", row => Share(row, "stages_filed", "stages_expected")),
            ("inputs_missing", row => Filled(row, "inputs_missing")),
            ("rows_aside", row => Filled(row, "rows_aside")),
            ("primary", row => Share(row, "primary_met", "primary_stages")),
            ("junior", row => Share(row, "junior_met", "junior_stages")),
            ("stages_unknown", row => Filled(row, "stages_unknown")),
            ("coefficients_not_met", row => Filled(row, "coefficients_not_met")),
            ("coefficients_unknown", row => Filled(row, "coefficients_unknown")),
            ("worst", row => counties[row, "worst"]),
            ("overall", row => counties[row, "overall"] is string verdict ? terminal.Texts["explain.verdict." + verdict] : null),
            ("blocking", row => counties[row, "blocking"]),
            ("procedure", Procedure),
        };
        if (withYear) columns.Insert(0, ("year", row => counties[row, "year"]));
        var rows = Enumerable.Range(0, counties.Rows.Count).Select(row => columns.Select(column => column.Value(row)).ToList()).ToList();
        var kept = Enumerable.Range(0, columns.Count).Where(index => rows.Exists(row => row[index] is not null)).ToList();
        terminal.Table(
            new RowSet(kept.Select(index => columns[index].Key).ToList(), rows.Select(IReadOnlyList<object?> (row) => kept.Select(index => row[index]).ToList()).ToList()),
            key => terminal.Texts["column." + key]);

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
