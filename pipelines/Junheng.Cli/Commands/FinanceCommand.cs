using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng plan finance</c>: whether counties keep what their plan demands of their finance.</summary>
internal static class FinanceCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var plan = new Option<string?>("--plan") { Description = terminal.Texts["option.rank_plan"], HelpName = "ID" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.finance_year"], HelpName = "YEAR" };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var command = new Command("finance", terminal.Texts["finance.description"]) { options.Warehouse, options.Snapshot, plan, year, county, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var (id, title) = PlanChoice.Of(terminal, reader, parsed.GetValue(plan), cancellation);
            var chosen = PlanChoice.YearOf(terminal, reader, id, parsed.GetValue(year), cancellation);
            if (parsed.GetValue(county) is { } said) PlanChoice.MustKnow(terminal, reader, id, said, cancellation);
            var rows = FinanceWatch.Of(reader, id, chosen, parsed.GetValue(county), terminal.Language == Language.Zh, cancellation);
            if (parsed.GetValue(format) != "table")
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
                return Task.FromResult(ExitCode.Done);
            }

            new Summary(terminal).Stamp(reader.Snapshot.Catalog);
            terminal.Say("finance.title", ("plan", id), ("title", title), ("year", chosen));
            new FinanceTable(terminal).Print(rows, FinanceWatch.QuotesOf(reader, id, cancellation));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
