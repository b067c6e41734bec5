using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>A cheapest plan as a person reads it: what each school gets, what it costs, what the judge says, what money cannot do.</summary>
public sealed class CheapestPlanTable(Terminal terminal, SnapshotReader reader, string county, int judged, int target)
{
    const decimal TenThousand = 10_000;

    static readonly string[] NoLevers = ["government", "quality", "satisfaction", "veto"];

    public void Print(RowSet rows, CountyProblem problem, CountyPlan plan, Phasing phasing, PlanConfirmation? confirmation, CancellationToken cancellation)
    {
        if (reader.Snapshot.Catalog.Synthetic) terminal.Say("summary.synthetic");
        terminal.Say("cheapest.title", ("county", county), ("target", target), ("judged", judged));
        if (rows.Rows.Count > 0) PrintRows(rows);
        foreach (var line in Lines(problem, plan, phasing, confirmation)) terminal.SayLine(line);
        PrintNoLevers(cancellation);
    }

    /// <summary>The same beside rows for programs.</summary>
    public void Note(CountyProblem problem, CountyPlan plan, Phasing phasing, PlanConfirmation? confirmation)
    {
        foreach (var line in Lines(problem, plan, phasing, confirmation)) terminal.NoteLine(line);
    }

    IEnumerable<string> Lines(CountyProblem problem, CountyPlan plan, Phasing phasing, PlanConfirmation? confirmation)
    {
        if (plan.Outcome == PlanOutcome.NotFound)
        {
            yield return terminal.Texts["cheapest.not_found", ("bound", Money(plan.Bound))];
            yield break;
        }

        yield return plan.Changes.Count == 0
            ? terminal.Texts["cheapest.nothing"]
            : terminal.Texts["cheapest.cost", ("cost", Money(plan.Cost)), ("bound", Money(plan.Bound)), ("gap", plan.Gap.ToString("P2", CultureInfo.InvariantCulture))];
        if (plan.LeftAtFloor.Count > 0) yield return terminal.Texts["cheapest.left", ("count", plan.LeftAtFloor.Count)];
        foreach (var year in phasing.Years.GroupBy(one => one.Year).OrderBy(group => group.Key))
        {
            if (phasing.Years.Any(one => one.Year != phasing.Years[0].Year))
                yield return terminal.Texts["cheapest.year", ("year", year.Key), ("cost", Money(year.Sum(one => problem.Levers[one.Lever].Price * (decimal)one.Added)))];
        }

        foreach (var line in Conflict(plan, phasing)) yield return line;
        if (confirmation is not null)
            yield return terminal.Texts["cheapest.judge", ("resource", terminal.Texts["verdict." + confirmation.Resource]), ("coefficient", terminal.Texts["verdict." + confirmation.Coefficient])];
        yield return terminal.Texts["cheapest.reading", ("judged", judged)];
    }

    IEnumerable<string> Conflict(CountyPlan plan, Phasing phasing)
    {
        if (plan.Conflict is { } conflict)
        {
            yield return terminal.Texts["cheapest.too_little", ("short", Money(conflict.MoneyShort))];
            foreach (var (school, stage) in conflict.Schools) yield return "  " + terminal.Texts["cheapest.give_up_school", ("school", school), ("stage", terminal.Texts["stage." + stage])];
            foreach (var limit in conflict.Limits) yield return "  " + terminal.Texts["cheapest.give_up_limit", ("indicator", limit.Indicator), ("stage", terminal.Texts["stage." + limit.Stage])];
        }
        else if (phasing.Unfunded > 0)
        {
            yield return terminal.Texts["cheapest.unfunded", ("short", Money(phasing.Unfunded))];
        }
    }

    void PrintRows(RowSet rows)
    {
        string[] columns = ["gap_school", "stage", "gap_indicator", "plan_present", "plan_moved", "gap_amount", "gap_unit", "gap_cost", "plan_year"];
        terminal.Table(
            new RowSet(columns, Enumerable.Range(0, rows.Rows.Count).Select(IReadOnlyList<object?> (row) =>
            [
                Short((string?)rows[row, "school_name"]), terminal.Texts["stage." + rows[row, "stage"]], $"{rows[row, "indicator"]} {rows[row, "indicator_name"]}",
                Number(rows[row, "present"]), Signed(rows[row, "moved"]), Added(rows[row, "added"]), rows[row, "unit"],
                ((decimal)rows[row, "cost"]! / TenThousand).ToString("N2", CultureInfo.InvariantCulture), rows[row, "in_year"],
            ]).ToList()),
            key => terminal.Texts["column." + key],
            ["plan_present", "plan_moved", "gap_amount", "gap_cost"]);
    }

    void PrintNoLevers(CancellationToken cancellation)
    {
        var row = reader.Query($"select {string.Join(", ", NoLevers)} from county_verdict where county_code = $county and year = $year", cancellation, ("county", county), ("year", judged)).Rows;
        if (row.Count == 0) return;
        terminal.Say("cheapest.no_levers", ("verdicts", string.Join(terminal.Texts["cheapest.between"], NoLevers.Select((part, index) =>
            $"{terminal.Texts["dimension." + part]} {terminal.Texts["verdict." + row[0][index]]}"))));
    }

    string? Short(string? school)
    {
        var name = reader.Query("select county_name from county where county_code = $county", default, ("county", county)).Rows is [var row] ? (string)row[0]! : "";
        return school?.Length > name.Length && school.StartsWith(name, StringComparison.Ordinal) ? school[name.Length..] : school;
    }

    static string Money(decimal yuan) => (yuan / TenThousand).ToString("N2", CultureInfo.InvariantCulture);

    static string Number(object? value) => ((decimal)value!).ToString("#,0.##", CultureInfo.InvariantCulture);

    static string Added(object? value) => value is decimal and > 0 ? Number(value) : "";

    static string Signed(object? value) => value is long number and not 0 ? number.ToString("+0;-0", CultureInfo.InvariantCulture) : "";
}
