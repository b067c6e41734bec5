using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Planning.Cheapest;
using Junheng.Pipelines.Planning.Cheapest.Solving;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng plan cheapest</c>: what to add where so that a county's schools and coefficients pass, at the least cost; confirmed by the judge.</summary>
internal static class CheapestPlanCommand
{
    const int LongestPlan = 30;

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var county = new Option<string>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE", Required = true };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.cheapest_year"], HelpName = "YEAR" };
        var budget = new Option<decimal?>("--budget") { Description = terminal.Texts["option.budget"], HelpName = "YUAN" };
        var prices = new Option<string?>("--prices") { Description = terminal.Texts["option.prices"], HelpName = "FILE" };
        var stay = new Option<bool>("--no-moves") { Description = terminal.Texts["option.no_moves"] };
        var moveCost = new Option<decimal>("--move-cost") { Description = terminal.Texts["option.move_cost"], HelpName = "YUAN" };
        var command = new Command("cheapest", terminal.Texts["cheapest.description"]) { options.Warehouse, options.Snapshot, county, year, budget, prices, stay, moveCost, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var code = parsed.GetValue(county)!;
            var judged = JudgedYear(reader, code, parsed.GetValue(year), cancellation);
            var target = parsed.GetValue(year) ?? judged + 1;
            if (target - judged > LongestPlan || parsed.GetValue(budget) < 0 || parsed.GetValue(moveCost) < 0) throw new WrongUsageException(terminal.Texts["usage.bad_cheapest", ("most", judged + LongestPlan)]);
            var read = new CountyCaseReader(reader, PricesOf(reader, parsed.GetValue(prices))).Read(code, judged, cancellation);
            if (!read.CanBePlanned) return Refuse(read);

            // The plan of the year after the count begins it; a target of the judged year itself has that year only.
            var first = Math.Min(judged + 1, target);
            var problem = read.Problem with
            {
                Levers = parsed.GetValue(stay) ? [.. read.Problem.Levers.Select(lever => lever with { Movable = false })] : read.Problem.Levers,
                MovePrice = parsed.GetValue(moveCost),
                Budget = parsed.GetValue(budget) is { } yearly ? yearly * (target - first + 1) : null,
            };
            var plan = await FindAsync(problem, cancellation);
            var phasing = Phasing.Of(problem, plan.Changes, plan.Outcome == PlanOutcome.Found ? parsed.GetValue(budget) : null, first, target);
            var confirmation = plan.Outcome == PlanOutcome.NotFound ? null : Confirm(reader, problem, plan, code, judged, cancellation);
            var rows = PlanRows.Of(reader, problem, plan, phasing, code, judged, terminal.Language == Language.Zh, cancellation);
            var table = new CheapestPlanTable(terminal, reader, code, judged, target);
            if (parsed.GetValue(format) == "table")
            {
                table.Print(rows, problem, plan, phasing, confirmation, cancellation);
            }
            else
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                table.Note(problem, plan, phasing, confirmation);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
            }

            if (confirmation is { Holds: false }) return ExitCode.Fault;
            return plan.Outcome == PlanOutcome.Found && phasing.Unfunded == 0 ? ExitCode.Done : ExitCode.WrongUsage;
        });
        return command;

        int JudgedYear(SnapshotReader reader, string code, int? target, CancellationToken cancellation)
        {
            if (reader.Snapshot.Table("county_coefficient") is not { Rows: > 0 }) throw new WrongUsageException(terminal.Texts["usage.no_gaps"]);
            var known = reader.Query("select distinct county_code, year from school_indicator order by all", cancellation).Rows.Select(row => ((string)row[0]!, (int)row[1]!)).ToList();
            var years = known.Where(one => one.Item1 == code && one.Item2 <= (target ?? int.MaxValue)).Select(one => one.Item2).ToList();
            return years.Count > 0 ? years.Max() : throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", known.Select(one => one.Item1).Distinct()))]);
        }

        Dictionary<(string, string), decimal> PricesOf(SnapshotReader reader, string? path)
        {
            if (path is null) return [];
            if (!File.Exists(path)) throw new WrongUsageException(terminal.Texts["usage.no_prices", ("path", path)]);
            var findings = new FindingList();
            var known = reader.Query("select distinct indicator from rule order by 1", default).Rows.Select(row => (string)row[0]!).ToList();
            var list = PriceListReader.Read(path, Path.GetFileName(path), reader.Snapshot.Catalog.RulePack, known, findings);
            new FindingPrinter(terminal).Print(findings, path);
            if (list is null) throw new WrongUsageException(terminal.Texts["usage.bad_prices", ("path", path)]);
            return list.Prices.OrderBy(price => price.Stage is null ? 0 : 1)
                .SelectMany(price => (price.Stage is null ? Stages.Compulsory : [price.Stage]).Select(stage => (Key: (price.Indicator, stage), price.Yuan)))
                .GroupBy(one => one.Key).ToDictionary(group => group.Key, group => group.Last().Yuan);
        }

        int Refuse(CountyCase read)
        {
            if (read.Unpriced.Count > 0) throw new WrongUsageException(terminal.Texts["usage.unpriced", ("indicators", string.Join(", ", read.Unpriced))]);
            terminal.Note("cheapest.unknown", ("count", read.Unknown.Count));
            foreach (var one in read.Unknown.Take(10)) terminal.NoteLine($"  {one.School} {terminal.Texts["stage." + one.Stage]} {one.Indicator} {one.Reason}");
            return ExitCode.DataErrors;
        }

        async Task<CountyPlan> FindAsync(CountyProblem problem, CancellationToken cancellation)
        {
            var limits = new PlannerOptions();
            using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory) with { Timeout = limits.First.Time + HighsSolver.Slack });
            try
            {
                return await new CheapestPlanner(new HighsSolver(worker), limits).FindAsync(problem, cancellation);
            }
            catch (SolverAbsentException absent)
            {
                throw new WrongUsageException(terminal.Texts["usage.no_solver", ("message", absent.Message)]);
            }
        }

        PlanConfirmation Confirm(SnapshotReader reader, CountyProblem problem, CountyPlan plan, string code, int judged, CancellationToken cancellation)
        {
            var planned = new PlanAsFiled(reader, code, judged).Of(problem, plan.Changes, cancellation);
            return PlanConfirmation.Of(reader, planned, code, judged, ModelLibrary.Read(ShippedContent.Sql), Path.Combine(Scratch.Folder, "supposed"), Scratch.Options(), cancellation)
                ?? throw new WrongUsageException(terminal.Texts["usage.build_again"]);
        }
    }
}
