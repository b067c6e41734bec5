using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng status</c>: what is filed, missing, faulty and judged, county by county, and how long it is to the next dates.</summary>
internal static class StatusCommand
{
    const int LineWidth = 118;

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var year = new Option<string?>("--year") { Description = terminal.Texts["option.year"], HelpName = "YEAR|all" };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var by = new Option<string>("--by") { Description = terminal.Texts["option.by"], HelpName = "county|dataset", DefaultValueFactory = _ => "county" };
        by.AcceptOnlyFromAmong("county", "dataset");
        var missing = new Option<bool>("--missing") { Description = terminal.Texts["option.missing"] };
        var command = new Command("status", terminal.Texts["status.description"]) { options.Warehouse, options.Snapshot, year, county, by, missing, options.AsOf, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var years = reader.Query("select distinct year from county_status order by year", cancellation).Rows.Select(row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture)).ToList();
            var (oneYear, oneCounty) = (YearOf(parsed.GetValue(year), years), parsed.GetValue(county));
            var counties = CountyStatus.Of(reader, oneYear, oneCounty, cancellation, terminal.Language == Language.Zh);
            if (years.Count == 0 && oneCounty is null && parsed.GetValue(format) == "table")
            {
                terminal.Say("summary.nothing_filed");
                return Task.FromResult(ExitCode.Done);
            }

            if (counties.Rows.Count == 0)
                throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", reader.Query("select distinct year || ' ' || county_code from county_status order by 1", cancellation).Rows.Select(row => row[0])))]);
            var rows = (parsed.GetValue(missing), parsed.GetValue(by)) switch
            {
                (true, _) => FilingProgress.Lacking(reader, oneYear, oneCounty, cancellation),
                (_, "dataset") => FilingProgress.Datasets(reader, oneYear, oneCounty, cancellation),
                _ => null,
            };
            if (parsed.GetValue(format) != "table")
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows ?? counties, parsed.GetValue(format)!, terminal);
                return Task.FromResult(ExitCode.Done);
            }

            var summary = new Summary(terminal);
            summary.Title(reader.Snapshot.Catalog);
            // The next dates first: whoever asks for the status asks how long there is.
            SayDates(options.Date(parsed) ?? DateOnly.ParseExact(reader.Snapshot.Catalog.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (rows is null)
            {
                new CountyTable(terminal).Print(counties);
                terminal.SayLine("");
                terminal.Say("status.grid");
                terminal.Table(InWords(FilingProgress.Grid(FilingProgress.Datasets(reader, oneYear, oneCounty, cancellation))), TitleOf);
                terminal.Say("status.more");
                summary.Parameters(reader.Snapshot.Catalog, LineWidth);
            }
            else if (rows.Rows.Count == 0) terminal.Say("status.nothing_missing");
            else terminal.Table(InWords(rows), TitleOf);

            return Task.FromResult(ExitCode.Done);
        });
        return command;

        string TitleOf(string column) => terminal.Texts["column." + column];

        RowSet InWords(RowSet rows) => rows with
        {
            Rows = rows.Rows.Select(IReadOnlyList<object?> (row) => row.Select((value, index) => rows.Columns[index] switch
            {
                "dataset" => TitleOf("dataset_" + value),
                "stage" => value is "all" ? null : terminal.Texts["stage." + value],
                _ => value,
            }).ToList()).ToList(),
        };

        void SayDates(DateOnly today)
        {
            var faults = new FindingList();
            foreach (var date in YearlyDateReader.Read(ShippedContent.YearlyDates, faults))
            {
                var next = date.From(today);
                terminal.Say("status.date", ("name", date.Name.In(terminal.Language)), ("date", next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("days", next.DayNumber - today.DayNumber), ("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }

        int? YearOf(string? said, List<int> years) => said switch
        {
            null => years.LastOrDefault(),
            "all" => null,
            _ when int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && years.Contains(number) => number,
            _ => throw new WrongUsageException(terminal.Texts["usage.bad_year", ("value", said), ("known", string.Join(", ", years))]),
        };
    }
}
