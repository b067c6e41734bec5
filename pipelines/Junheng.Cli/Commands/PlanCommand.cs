using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Plans;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng plan</c>: what the plans of a source ask for.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses) =>
        new("plan", terminal.Texts["plan.description"]) { Calendar(terminal, options, warehouses), CheapestPlanCommand.Create(terminal, options, warehouses), SampleCommand.Create(terminal, options, warehouses) };

    /// <summary><c>junheng plan calendar</c>: what is due when, the overdue first.</summary>
    static Command Calendar(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.calendar_year"], HelpName = "YEAR" };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var all = new Option<bool>("--all") { Description = terminal.Texts["option.calendar_all"] };
        var command = new Command("calendar", terminal.Texts["calendar.description"]) { options.Warehouse, options.Snapshot, options.AsOf, year, county, all, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var catalog = reader.Snapshot.Catalog;
            if (reader.Snapshot.Table("plan") is not { Rows: > 0 }) throw new WrongUsageException(terminal.Texts["usage.no_plan"]);
            var asOf = options.Date(parsed) ?? DateOnly.ParseExact(catalog.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var chosen = parsed.GetValue(year) ?? asOf.Year;
            if (chosen is < 1900 or > 2999) throw new WrongUsageException(terminal.Texts["usage.bad_calendar_year", ("value", chosen)]);
            if (parsed.GetValue(county) is { } said && !Known(said))
                throw new WrongUsageException(terminal.Texts["usage.no_planned_county", ("value", said), ("known", string.Join(", ", Codes()))]);
            var rows = PlanCalendar.Of(
                reader, asOf, chosen, parsed.GetValue(year) is null, parsed.GetValue(all), parsed.GetValue(county), terminal.Language == Language.Zh, cancellation);
            if (parsed.GetValue(format) == "table")
            {
                new Summary(terminal).Stamp(catalog);
                terminal.Say("calendar.title", ("as_of", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("year", chosen));
                new CalendarTable(terminal).Print(rows);
                if (PlanCalendar.EarlierOpen(reader, chosen, cancellation) is > 0 and var open) terminal.Say("calendar.earlier", ("count", open), ("year", chosen));
            }
            else
            {
                new Summary(terminal).Mark(catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
            }

            return Task.FromResult(ExitCode.Done);

            bool Known(string code) => Codes().Contains(code, StringComparer.Ordinal);

            IEnumerable<string> Codes() => reader.Query("select distinct county_code from plan_target order by 1", cancellation).Rows.Select(row => (string)row[0]!);
        });
        return command;
    }
}
