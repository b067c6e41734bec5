using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng status</c>: what is filed, missing, faulty and judged, county by county.</summary>
internal static class StatusCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var year = new Option<string?>("--year") { Description = terminal.Texts["option.year"], HelpName = "YEAR|all" };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var command = new Command("status", terminal.Texts["status.description"]) { options.Warehouse, options.Snapshot, year, county, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var years = reader.Query("select distinct year from county_status order by year", cancellation).Rows.Select(row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture)).ToList();
            var rows = CountyStatus.Of(reader, YearOf(parsed.GetValue(year), years), parsed.GetValue(county), cancellation, terminal.Language == Language.Zh);
            if (rows.Rows.Count == 0)
                throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", reader.Query("select distinct year || ' ' || county_code from county_status order by 1", cancellation).Rows.Select(row => row[0])))]);
            if (parsed.GetValue(format) == "table")
            {
                new Summary(terminal).Header(reader.Snapshot.Catalog);
                new CountyTable(terminal).Print(rows, withYear: true);
            }
            else
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;

        int? YearOf(string? said, List<int> years) => said switch
        {
            null => years.LastOrDefault(),
            "all" => null,
            _ when int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && years.Contains(number) => number,
            _ => throw new WrongUsageException(terminal.Texts["usage.bad_year", ("value", said), ("known", string.Join(", ", years))]),
        };
    }
}
