using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Models.Findings;
using Junheng.Models.Rules;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Warehouse.Reading;

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
        var enrolment = new Option<string>("--enrolment") { Description = terminal.Texts["option.enrolment"], HelpName = "projected|latest", DefaultValueFactory = _ => "projected" };
        enrolment.AcceptOnlyFromAmong("projected", "latest");
        var budget = new Option<decimal?>("--budget") { Description = terminal.Texts["option.budget"], HelpName = "YUAN" };
        var prices = new Option<string?>("--prices") { Description = terminal.Texts["option.prices"], HelpName = "FILE" };
        var stay = new Option<bool>("--no-moves") { Description = terminal.Texts["option.no_moves"] };
        var moveCost = new Option<decimal>("--move-cost") { Description = terminal.Texts["option.move_cost"], HelpName = "YUAN" };
        var target = new Option<string?>("--out", "-o") { Description = terminal.Texts["option.cheapest_out"], HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = terminal.Texts["workbook.force"] };
        var command = new Command("cheapest", terminal.Texts["cheapest.description"]) { options.Warehouse, options.Snapshot, county, year, enrolment, budget, prices, stay, moveCost, target, force, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var book = parsed.GetValue(target);
            if (book is not null && Path.GetExtension(book) != ".xlsx") throw new WrongUsageException(terminal.Texts["usage.cheapest_out", ("path", book)]);
            if (book is not null && File.Exists(book) && !parsed.GetValue(force)) throw new WrongUsageException(terminal.Texts["usage.workbook_taken", ("path", book)]);
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var code = parsed.GetValue(county)!;
            var judged = JudgedYear(reader, code, parsed.GetValue(year), cancellation);
            var aimed = parsed.GetValue(year) ?? PlannedYear(reader, code, judged, cancellation) ?? judged + 1;
            if (aimed - judged > LongestPlan || parsed.GetValue(budget) < 0 || parsed.GetValue(moveCost) < 0) throw new WrongUsageException(terminal.Texts["usage.bad_cheapest", ("most", judged + LongestPlan)]);
            var asked = new CheapestPlanWishes(code, judged, aimed, parsed.GetValue(budget), parsed.GetValue(moveCost), parsed.GetValue(stay), parsed.GetValue(enrolment) == "latest");
            return await new CheapestPlanWork(terminal, reader, asked, PricesOf(reader, parsed.GetValue(prices)), book).PlanAsync(parsed.GetValue(format)!, cancellation);
        });
        return command;

        int JudgedYear(SnapshotReader reader, string code, int? target, CancellationToken cancellation)
        {
            if (reader.Snapshot.Table("county_coefficient") is not { Rows: > 0 }) throw new WrongUsageException(terminal.Texts["usage.no_gaps"]);
            var known = reader.Query("select distinct county_code, year from school_indicator order by all", cancellation).Rows.Select(row => ((string)row[0]!, (int)row[1]!)).ToList();
            var years = known.Where(one => one.Item1 == code && one.Item2 <= (target ?? int.MaxValue)).Select(one => one.Item2).ToList();
            return years.Count > 0 ? years.Max() : throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", known.Select(one => one.Item1).Distinct()))]);
        }

        // Of several plans the newest; a year that is past is no target any more.
        static int? PlannedYear(SnapshotReader reader, string code, int judged, CancellationToken cancellation) =>
            reader.Snapshot.Table("plan_aim") is { Rows: > 0 }
            && reader.Query("select target_year from plan_aim where county_code_now = $county and target_year > $judged order by as_of desc, plan_id limit 1", cancellation, ("county", code), ("judged", judged)).Rows is [var row]
                ? (int)row[0]!
                : null;

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
    }
}
