using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Inspecting;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng plan review</c>: the few schools a city visits when it reviews a county, and a sheet to take to each.</summary>
internal static class ReviewCommand
{
    const int Usual = 5;

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var county = new Option<string>("--county") { Description = terminal.Texts["option.review_county"], HelpName = "CODE", Required = true };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.review_year"], HelpName = "YEAR" };
        var count = new Option<int>("--schools") { Description = terminal.Texts["option.review_schools"], HelpName = "N", DefaultValueFactory = _ => Usual };
        var seed = new Option<ulong>("--seed") { Description = terminal.Texts["option.seed"], HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("review", terminal.Texts["review_sample.description"]) { options.Warehouse, options.Snapshot, county, year, count, seed, options.Out, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var code = parsed.GetValue(county)!;
            var chosen = YearOf(reader, code, parsed.GetValue(year), cancellation);
            var all = ReviewSample.SchoolsOf(reader, chosen, code, cancellation);
            if (parsed.GetValue(count) is var wanted && (wanted < 1 || wanted > all))
                throw new WrongUsageException(terminal.Texts["usage.bad_review_count", ("value", wanted), ("all", all)]);
            var schools = ReviewSample.Of(reader, chosen, code, wanted, parsed.GetValue(seed), terminal.Language == Language.Zh, cancellation);
            if (parsed.GetValue(format) == "table")
            {
                new Summary(terminal).Stamp(reader.Snapshot.Catalog);
                terminal.Say("review_sample.title", ("county", schools[0, "county_name"]), ("year", chosen), ("count", schools.Rows.Count), ("of", all), ("seed", parsed.GetValue(seed)));
                Print(schools);
            }
            else
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(schools, parsed.GetValue(format)!, terminal);
            }

            if (parsed.GetValue(options.Out) is { } folder) WriteSheets(reader, folder, chosen, schools, cancellation);
            else if (parsed.GetValue(format) == "table") terminal.Say("review_sample.no_sheets");
            return Task.FromResult(ExitCode.Done);
        });
        return command;

        int YearOf(SnapshotReader reader, string code, int? said, CancellationToken cancellation)
        {
            var years = reader.Query("select distinct year from school where county_code = $county order by year", cancellation, ("county", code)).Rows.Select(row => (int)row[0]!).ToList();
            if (years.Count == 0)
            {
                var known = reader.Query("select distinct county_code from school order by 1", cancellation).Rows.Select(row => row[0]);
                throw new WrongUsageException(terminal.Texts["usage.no_such_county", ("value", code), ("known", string.Join(", ", known))]);
            }

            return said is null || years.Contains(said.Value)
                ? said ?? years[^1]
                : throw new WrongUsageException(terminal.Texts["usage.no_ranked_year", ("value", said), ("known", string.Join(", ", years))]);
        }

        void Print(RowSet rows) => terminal.Table(
            new RowSet(["school_code", "school_name", "sample_kind"], Enumerable.Range(0, rows.Rows.Count).Select(IReadOnlyList<object?> (row) => new[]
            {
                rows[row, "school_code"], DisplayWidth.Cut((string)rows[row, "school_name"]!, 40), DisplayWidth.Cut(rows[row, "school_type_name"] as string ?? "", 24),
            }).ToList()),
            key => terminal.Texts["column." + key]);

        void WriteSheets(SnapshotReader reader, string folder, int year, RowSet schools, CancellationToken cancellation)
        {
            var written = InspectionFolder.Write(reader, folder, year, schools, terminal.Texts, terminal.Language == Language.Zh, cancellation);
            foreach (var path in written) terminal.NoteLine(path);
            terminal.Note("review_sample.written", ("count", schools.Rows.Count), ("map", InspectionFolder.MapFile));
        }
    }
}
