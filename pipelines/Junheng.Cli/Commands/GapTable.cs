using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>Gaps as a person reads them: an amount with its unit, money in ten thousand yuan, and a word for what is not known.</summary>
public sealed class GapTable(Terminal terminal)
{
    const decimal TenThousand = 10_000;

    // Of 120 columns.
    const int OfficeWidth = 28;

    public void Print(RowSet gaps, string by)
    {
        string[] columns = by switch
        {
            "school" => ["school_code", "gap_school", "stage", "gap_indicator", "gap_value", "gap_to_add", "gap_cost", "gap_note"],
            "office" => ["county_code", "department", "gap_role", "gap_indicator", "schools", "gap_amount", "gap_unit", "gap_cost"],
            _ => ["county_name", "stage", "gap_indicator", "gap_short", "gap_left", "gap_unknown", "gap_amount", "gap_unit", "gap_cost"],
        };
        var rows = Enumerable.Range(0, gaps.Rows.Count).Select(IReadOnlyList<object?> (row) => columns.Select(column => Cell(gaps, row, column)).ToList()).ToList();
        terminal.Table(new RowSet(columns, rows), key => terminal.Texts["column." + key], ["gap_short", "gap_amount", "gap_to_add", "gap_cost"]);
    }

    object? Cell(RowSet gaps, int row, string column) => column switch
    {
        "stage" => terminal.Texts["stage." + gaps[row, "stage"]],
        "gap_school" => Short((string)gaps[row, "school_name"]!, (string)gaps[row, "county_name"]!),
        "gap_indicator" => $"{gaps[row, "indicator"]} {gaps[row, "indicator_name"]}",
        "gap_value" => $"{Number(gaps[row, "value"])} / {Number(gaps[row, "threshold"])}",
        "gap_amount" => Counted(gaps, row) ? Amount(gaps, row) : "",
        "gap_to_add" => gaps[row, "amount"] is decimal ? $"{Amount(gaps, row)} {gaps[row, "unit"]}" : terminal.Texts["gap.unknown"],
        "gap_unit" => gaps[row, "unit"],
        "gap_cost" => Counted(gaps, row) && gaps[row, "cost"] is decimal yuan ? (yuan / TenThousand).ToString("N2", CultureInfo.InvariantCulture) : "",
        "gap_short" => $"{gaps[row, "schools_short"]} / {gaps[row, "schools"]}",
        "gap_left" => gaps[row, "schools_left_at_floor"],
        "gap_unknown" => gaps[row, "schools_unknown"] is 0 ? null : gaps[row, "schools_unknown"],
        "gap_note" => Note(gaps, row),
        "gap_role" => terminal.Texts["gap.role." + gaps[row, "role"]],
        "department" => gaps[row, "department"] is string office ? DisplayWidth.Cut(office, OfficeWidth) : terminal.Texts["gap.nobody"],
        _ => gaps[row, column],
    };

    // An office that only takes part is named without an amount, so that a column of amounts adds up.
    static bool Counted(RowSet gaps, int row) => !gaps.Columns.Contains("role") || gaps[row, "role"] is "lead" or "none";

    // Every school of a county begins with the county's name; the line has 120 columns.
    static string Short(string school, string county) => school.Length > county.Length && school.StartsWith(county, StringComparison.Ordinal) ? school[county.Length..] : school;

    string Note(RowSet gaps, int row) =>
        gaps[row, "covered_by"] is string { Length: > 0 } ? terminal.Texts["gap.covered"]
        : gaps[row, "left_at_floor"] is true ? terminal.Texts["gap.left"]
        : "";

    string Amount(RowSet gaps, int row) => gaps[row, "amount"] is decimal amount
        ? amount.ToString("#,0.##", CultureInfo.InvariantCulture)
        : terminal.Texts["gap.unknown"];

    static string Number(object? value) => value switch
    {
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => "",
    };
}
