using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>Gaps as a person reads them: an amount with its unit, money in ten thousand yuan, and a word for what is not known.</summary>
public sealed class GapTable(Terminal terminal)
{
    const decimal TenThousand = 10_000;

    public void Print(RowSet gaps, string by)
    {
        string[] columns = by switch
        {
            "school" => ["school_code", "school_name", "stage", "indicator", "indicator_name", "gap_value", "gap_threshold", "gap_amount", "gap_cost", "gap_note"],
            "office" => ["county_code", "department", "gap_role", "indicator", "indicator_name", "schools", "gap_amount", "gap_cost"],
            _ => ["county_code", "county_name", "stage", "indicator", "indicator_name", "schools", "gap_short", "gap_left", "gap_unknown", "gap_amount", "gap_cost"],
        };
        var rows = Enumerable.Range(0, gaps.Rows.Count).Select(IReadOnlyList<object?> (row) => columns.Select(column => Cell(gaps, row, column)).ToList()).ToList();
        terminal.Table(new RowSet(columns, rows), key => terminal.Texts["column." + key]);
    }

    object? Cell(RowSet gaps, int row, string column) => column switch
    {
        "stage" => terminal.Texts["stage." + gaps[row, "stage"]],
        "gap_value" => Number(gaps[row, "value"]),
        "gap_threshold" => Number(gaps[row, "threshold"]),
        "gap_amount" => Amount(gaps, row),
        "gap_cost" => gaps[row, "cost"] is decimal yuan ? (yuan / TenThousand).ToString("N2", CultureInfo.InvariantCulture) : "",
        "gap_short" => gaps[row, "schools_short"],
        "gap_left" => gaps[row, "schools_left_at_floor"],
        "gap_unknown" => gaps[row, "schools_unknown"] is 0 ? null : gaps[row, "schools_unknown"],
        "gap_note" => Note(gaps, row),
        "gap_role" => terminal.Texts["gap.role." + gaps[row, "role"]],
        "department" => gaps[row, "department"] ?? terminal.Texts["gap.nobody"],
        _ => gaps[row, column],
    };

    string Note(RowSet gaps, int row) =>
        gaps[row, "covered_by"] is string { Length: > 0 } stage ? terminal.Texts["gap.covered", ("stage", terminal.Texts["stage." + stage])]
        : gaps[row, "left_at_floor"] is true ? terminal.Texts["gap.left"]
        : "";

    string Amount(RowSet gaps, int row) => gaps[row, "amount"] is decimal amount
        ? $"{amount.ToString("#,0.##", CultureInfo.InvariantCulture)} {gaps[row, "unit"]}"
        : terminal.Texts["gap.unknown"];

    static string Number(object? value) => value switch
    {
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => "",
    };
}
