using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>A cheapest plan as a person reads it: what each school gets, what it costs, what the judge says, what money cannot do.</summary>
internal sealed class CheapestPlanTable(Terminal terminal, SnapshotReader reader, CheapestPlanWishes wishes)
{
    static readonly string[] NoLevers = ["government", "quality", "satisfaction", "veto"];

    public void Print(RowSet rows, CheapestPlanWords told, CancellationToken cancellation)
    {
        new Summary(terminal).Stamp(reader.Snapshot.Catalog);
        terminal.Say(told.Projected ? "cheapest.title_projected" : "cheapest.title", ("county", wishes.County), ("target", wishes.Target), ("judged", wishes.Judged));
        if (rows.Rows.Count > 0) PrintRows(rows);
        foreach (var line in told.Lines()) terminal.SayLine(line);
        PrintNoLevers(cancellation);
    }

    void PrintRows(RowSet rows)
    {
        string[] columns = ["gap_school", "stage", "gap_indicator", "plan_present", "plan_moved", "gap_amount", "gap_unit", "gap_cost", "plan_year"];
        terminal.Table(
            new RowSet(columns, Enumerable.Range(0, rows.Rows.Count).Select(IReadOnlyList<object?> (row) =>
            [
                Short((string?)rows[row, "school_name"]), terminal.Texts["stage." + rows[row, "stage"]], $"{rows[row, "indicator"]} {rows[row, "indicator_name"]}",
                Number(rows[row, "present"]), Signed(rows[row, "moved"]), Added(rows[row, "added"]), rows[row, "unit"],
                CheapestPlanWords.Money((decimal)rows[row, "cost"]!), rows[row, "in_year"],
            ]).ToList()),
            key => terminal.Texts["column." + key],
            ["plan_present", "plan_moved", "gap_amount", "gap_cost"]);
    }

    void PrintNoLevers(CancellationToken cancellation)
    {
        var row = reader.Query($"select {string.Join(", ", NoLevers)} from county_verdict where county_code = $county and year = $year", cancellation, ("county", wishes.County), ("year", wishes.Judged)).Rows;
        if (row.Count == 0) return;
        terminal.Say("cheapest.no_levers", ("verdicts", string.Join(terminal.Texts["cheapest.between"], NoLevers.Select((part, index) =>
            $"{terminal.Texts["dimension." + part]} {terminal.Texts["verdict." + row[0][index]]}"))));
    }

    string? Short(string? school)
    {
        var name = reader.Query("select county_name from county where county_code = $county", default, ("county", wishes.County)).Rows is [var row] ? (string)row[0]! : "";
        return school?.Length > name.Length && school.StartsWith(name, StringComparison.Ordinal) ? school[name.Length..] : school;
    }

    static string Number(object? value) => ((decimal)value!).ToString("#,0.##", CultureInfo.InvariantCulture);

    static string Added(object? value) => value is decimal and > 0 ? Number(value) : "";

    static string Signed(object? value) => value is long number and not 0 ? number.ToString("+0;-0", CultureInfo.InvariantCulture) : "";
}
