using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng workbook</c>: verdicts, gaps, problems, remedies, the plan's ledger and 一校一案 as workbooks.</summary>
internal static class WorkbookCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var texts = terminal.Texts;
        var kinds = new Argument<string[]>("kinds") { Description = texts["argument.workbook"], Arity = ArgumentArity.ZeroOrMore };
        var year = new Option<int?>("--year") { Description = texts["option.year"], HelpName = "YEAR" };
        var county = new Option<string?>("--county") { Description = texts["option.county"], HelpName = "CODE" };
        var edition = new Option<string>("--edition") { Description = texts["option.edition"], HelpName = "internal|public", DefaultValueFactory = _ => "internal" };
        edition.AcceptOnlyFromAmong("internal", "public");
        var force = new Option<bool>("--force") { Description = texts["workbook.force"] };
        var target = new Option<string?>("--out", "-o") { Description = texts["workbook.out"], HelpName = "DIR" };
        var command = new Command("workbook", texts["workbook.description"]) { kinds, options.Warehouse, options.Snapshot, year, county, edition, force, target };
        command.SetAction((parsed, cancellation) =>
        {
            var chosen = parsed.GetValue(kinds) is { Length: > 0 } said ? said.Distinct(StringComparer.Ordinal).ToArray() : [.. ListWorkbook.Kinds.Where(kind => kind != ListWorkbook.OfSchools)];
            foreach (var kind in chosen.Where(kind => !ListWorkbook.Kinds.Contains(kind, StringComparer.Ordinal)))
                throw new WrongUsageException(texts["usage.workbook_kind", ("kind", kind), ("known", string.Join(", ", ListWorkbook.Kinds))]);
            var isFor = parsed.GetValue(edition) == "public" ? Edition.Public : Edition.Internal;
            if (isFor == Edition.Public && chosen.Contains(ListWorkbook.OfSchools, StringComparer.Ordinal)) throw new WrongUsageException(texts["usage.workbook_public"]);

            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var (of, counties) = Subject(reader, parsed.GetValue(year), parsed.GetValue(county), cancellation);
            var work = new WorkbookWork(terminal, reader, parsed.GetValue(target) ?? Path.Combine("out", reader.Snapshot.Catalog.Source, "workbooks"), parsed.GetValue(force));
            work.Write(chosen.SelectMany(kind => kind == ListWorkbook.OfSchools
                ? counties.Select(code => new Tabulation(kind, of, code, isFor, terminal.Language))
                : [new Tabulation(kind, of, parsed.GetValue(county), isFor, terminal.Language)]).ToList(), cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return command;

        (int Year, IReadOnlyList<string> Counties) Subject(SnapshotReader reader, int? said, string? county, CancellationToken cancellation)
        {
            var known = reader.Query("select distinct year, county_code from county_status order by all", cancellation).Rows.Select(row => (Year: Convert.ToInt32(row[0], CultureInfo.InvariantCulture), Code: (string)row[1]!)).ToList();
            if (known.Count == 0 || said is { } one && !known.Exists(row => row.Year == one))
                throw new WrongUsageException(texts["usage.no_county", ("known", string.Join(", ", known.Select(row => row.Year).Distinct()))]);
            var chosen = said ?? known[^1].Year;
            var codes = known.Where(row => row.Year == chosen).Select(row => row.Code).ToList();
            if (county is not null && !codes.Contains(county)) throw new WrongUsageException(texts["usage.workbook_county", ("year", chosen), ("county", county), ("known", string.Join(", ", codes))]);
            return (chosen, county is null ? codes : [county]);
        }
    }
}
