using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng gap</c>: what schools lack of the seven indicators, in things one can add, and about what it costs.</summary>
internal static class GapCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.gap_year"], HelpName = "YEAR" };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var by = new Option<string>("--by") { Description = terminal.Texts["option.gap_by"], HelpName = string.Join('|', Gaps.Ways), DefaultValueFactory = _ => Gaps.Ways[0] };
        by.AcceptOnlyFromAmong([.. Gaps.Ways]);
        var command = new Command("gap", terminal.Texts["gap.description"]) { options.Warehouse, options.Snapshot, year, county, by, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var chosen = YearOf(reader, parsed.GetValue(year), parsed.GetValue(county), cancellation);
            var rows = Gaps.Of(reader, parsed.GetValue(by)!, chosen, parsed.GetValue(county), terminal.Language == Language.Zh, cancellation);
            if (parsed.GetValue(format) != "table")
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
                return Task.FromResult(ExitCode.Done);
            }

            new Summary(terminal).Stamp(reader.Snapshot.Catalog);
            terminal.Say(rows.Rows.Count == 0 ? "gap.none" : "gap.title", ("year", chosen));
            if (rows.Rows.Count > 0) new GapTable(terminal).Print(rows, parsed.GetValue(by)!);
            terminal.Say("gap.reading");
            return Task.FromResult(ExitCode.Done);
        });
        return command;

        int YearOf(SnapshotReader reader, int? said, string? county, CancellationToken cancellation)
        {
            if (reader.Snapshot.Table("county_gap") is not { Rows: > 0 }) throw new WrongUsageException(terminal.Texts["usage.no_gaps"]);
            var known = reader.Query("select distinct year, county_code from county_gap order by all", cancellation).Rows.Select(row => ((int)row[0]!, (string)row[1]!)).ToList();
            var chosen = said ?? known[^1].Item1;
            if (known.Exists(one => one.Item1 == chosen && (county is null || one.Item2 == county))) return chosen;
            throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", known.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1} {one.Item2}"))))]);
        }
    }
}
