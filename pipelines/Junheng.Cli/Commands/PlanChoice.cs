using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>The plan a command is about: the one that was named, else the only one that no other replaces.</summary>
internal static class PlanChoice
{
    public static (string Id, string Title) Of(Terminal terminal, SnapshotReader reader, string? said, CancellationToken cancellation)
    {
        if (reader.Snapshot.Table("plan") is not { Rows: > 0 }) throw new WrongUsageException(terminal.Texts["usage.no_plan"]);
        var plans = Rankings.PlansOf(reader, terminal.Language == Language.Zh, cancellation);
        var known = Enumerable.Range(0, plans.Rows.Count).Where(row => said is null ? plans[row, "in_force"] is true : (string)plans[row, "plan_id"]! == said).ToList();
        if (known.Count == 1) return ((string)plans[known[0], "plan_id"]!, (string)plans[known[0], "title"]!);
        throw new WrongUsageException(terminal.Texts["usage.which_plan", ("known", string.Join(", ", plans.Rows.Select(row => row[0])))]);
    }

    /// <summary>The year that was named, else the latest one the plan is looked at.</summary>
    public static int YearOf(Terminal terminal, SnapshotReader reader, string plan, int? said, CancellationToken cancellation)
    {
        var years = reader.Query("select year from plan_year where plan_id = $plan order by year", cancellation, ("plan", plan)).Rows.Select(row => (int)row[0]!).ToList();
        if (said is null) return years[^1];
        if (years.Contains(said.Value)) return said.Value;
        throw new WrongUsageException(terminal.Texts["usage.no_ranked_year", ("value", said), ("known", string.Join(", ", years.Select(one => one.ToString(CultureInfo.InvariantCulture))))]);
    }

    /// <summary>Refuses a county the plan does not name, and says which it does.</summary>
    public static void MustKnow(Terminal terminal, SnapshotReader reader, string plan, string county, CancellationToken cancellation)
    {
        var known = reader.Query("select county_code from plan_target where plan_id = $plan order by sort_order", cancellation, ("plan", plan)).Rows.Select(row => (string)row[0]!).ToList();
        if (!known.Contains(county, StringComparer.Ordinal))
            throw new WrongUsageException(terminal.Texts["usage.no_planned_county", ("value", county), ("known", string.Join(", ", known))]);
    }
}
