using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng rank</c>: the counties of a plan by target year and outlook; with a county, what holds it up.</summary>
internal static class RankCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var plan = new Option<string?>("--plan") { Description = terminal.Texts["option.rank_plan"], HelpName = "ID" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.gap_year"], HelpName = "YEAR" };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.rank_county"], HelpName = "CODE" };
        var command = new Command("rank", terminal.Texts["rank.description"]) { options.Warehouse, options.Snapshot, plan, year, county, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var zh = terminal.Language == Language.Zh;
            var (id, title) = PlanChoice.Of(terminal, reader, parsed.GetValue(plan), cancellation);
            var chosen = YearOf(reader, id, parsed.GetValue(year), cancellation);
            var counties = Rankings.Of(reader, id, chosen, zh, cancellation);
            var one = parsed.GetValue(county) is { } said ? RowOf(counties, said) : (int?)null;
            var rows = one is { } index ? Rankings.ConditionsOf(reader, id, chosen, (string)counties[index, "county_code"]!, zh, cancellation) : counties;
            if (parsed.GetValue(format) != "table")
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
                return Task.FromResult(ExitCode.Done);
            }

            new Summary(terminal).Stamp(reader.Snapshot.Catalog);
            terminal.Say("rank.title", ("plan", id), ("title", title), ("year", chosen));
            var table = new RankTable(terminal);
            if (one is { } row) table.PrintConditions(counties, row, rows);
            else table.Print(counties, Rankings.MilestonesOf(reader, id, chosen, zh, cancellation));
            return Task.FromResult(ExitCode.Done);
        });
        return command;

        int YearOf(SnapshotReader reader, string id, int? said, CancellationToken cancellation)
        {
            var years = reader.Query("select year from plan_year where plan_id = $plan order by year", cancellation, ("plan", id)).Rows.Select(row => (int)row[0]!).ToList();
            if (said is null) return years[^1];
            if (years.Contains(said.Value)) return said.Value;
            throw new WrongUsageException(terminal.Texts["usage.no_ranked_year", ("value", said), ("known", string.Join(", ", years.Select(one => one.ToString(CultureInfo.InvariantCulture))))]);
        }

        int RowOf(RowSet counties, string said)
        {
            var row = Enumerable.Range(0, counties.Rows.Count).FirstOrDefault(index => (string)counties[index, "county_code"]! == said, -1);
            if (row >= 0) return row;
            throw new WrongUsageException(terminal.Texts["usage.no_planned_county", ("value", said), ("known", string.Join(", ", Enumerable.Range(0, counties.Rows.Count).Select(index => counties[index, "county_code"])))]);
        }
    }
}
