using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Plans;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng plan sample</c>: which schools a city inspects this year.</summary>
internal static class SampleCommand
{
    // A cycle of more years than this says that the share is a slip.
    const decimal LeastShare = 0.01m;

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var plan = new Option<string?>("--plan") { Description = terminal.Texts["option.rank_plan"], HelpName = "ID" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.sample_year"], HelpName = "YEAR" };
        var seed = new Option<ulong>("--seed") { Description = terminal.Texts["option.seed"], HelpName = "N", DefaultValueFactory = _ => 1 };
        var share = new Option<decimal?>("--share") { Description = terminal.Texts["option.sample_share"], HelpName = "0.20" };
        var anew = new Option<bool>("--anew") { Description = terminal.Texts["option.sample_anew"] };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var command = new Command("sample", terminal.Texts["sample.description"]) { options.Warehouse, options.Snapshot, plan, year, seed, share, anew, county, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var zh = terminal.Language == Language.Zh;
            var (part, source) = ShareOf(reader, parsed.GetValue(plan), parsed.GetValue(share), zh, cancellation);
            var chosen = parsed.GetValue(year) ?? int.Parse(reader.Snapshot.Catalog.AsOf[..4], CultureInfo.InvariantCulture);
            if (chosen is < 1900 or > 2999) throw new WrongUsageException(terminal.Texts["usage.bad_calendar_year", ("value", chosen)]);
            var years = InspectionSample.YearsOf(part);
            var schools = InspectionSample.Of(reader, chosen, parsed.GetValue(seed), years, rotated: !parsed.GetValue(anew), zh, cancellation);
            var rows = Kept(schools, parsed.GetValue(county));
            if (parsed.GetValue(format) != "table")
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
                return Task.FromResult(ExitCode.Done);
            }

            new Summary(terminal).Stamp(reader.Snapshot.Catalog);
            terminal.Say("sample.title", ("year", chosen), ("count", Drawn(schools).Count()), ("of", schools.Rows.Count), ("share", (part * 100).ToString("0.##", CultureInfo.InvariantCulture)), ("seed", parsed.GetValue(seed)));
            if (source.Length > 0) terminal.Say("sample.clause", ("quote", source));
            Print(rows);
            terminal.Say(parsed.GetValue(anew) ? "sample.anew" : "sample.rotated", ("years", years));
            return Task.FromResult(ExitCode.Done);
        });
        return command;

        (decimal Share, string Source) ShareOf(SnapshotReader reader, string? said, decimal? share, bool zh, CancellationToken cancellation)
        {
            if (share is < LeastShare or > 1) throw new WrongUsageException(terminal.Texts["usage.bad_share", ("value", share)]);
            if (share is { } given) return (given, "");
            var clause = InspectionSample.ShareOf(reader, PlanChoice.Of(terminal, reader, said, cancellation).Id, zh, cancellation);
            return clause.Rows.Count == 1
                ? (Math.Clamp((decimal)clause[0, "share"]!, LeastShare, 1), (string)clause[0, "quote"]!)
                : throw new WrongUsageException(terminal.Texts["usage.no_share"]);
        }

        void Print(RowSet rows)
        {
            string[] columns = ["county_name", "school_code", "school_name", "sample_kind"];
            terminal.Table(
                new RowSet(columns, Enumerable.Range(0, rows.Rows.Count).Select(IReadOnlyList<object?> (row) => new[]
                {
                    rows[row, "county_name"], rows[row, "school_code"], DisplayWidth.Cut((string)rows[row, "school_name"]!, 40), DisplayWidth.Cut(rows[row, "school_type_name"] as string ?? "", 24),
                }).ToList()),
                key => terminal.Texts["column." + key]);
        }
    }

    static RowSet Kept(RowSet schools, string? county) => new(
        schools.Columns.Where(column => column != "drawn").ToList(),
        Drawn(schools).Where(row => county is null || (string)schools[row, "county_code"]! == county).Select(row => (IReadOnlyList<object?>)[.. schools.Rows[row].SkipLast(1)]).ToList());

    static IEnumerable<int> Drawn(RowSet schools) => Enumerable.Range(0, schools.Rows.Count).Where(row => schools[row, "drawn"] is true);
}
