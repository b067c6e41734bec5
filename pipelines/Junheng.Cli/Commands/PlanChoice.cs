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
}
