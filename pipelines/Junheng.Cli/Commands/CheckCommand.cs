using System.CommandLine;
using System.Security.Cryptography;
using Junheng.Cli.Console;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng check</c>: holds a snapshot against its catalog and runs the checks over it again; with a form, holds what the form declares against the snapshot.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var form = new Argument<string?>("form") { Description = terminal.Texts["argument.form"], Arity = ArgumentArity.ZeroOrOne };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.form_county"], HelpName = "CODE" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.form_year"], HelpName = "YEAR" };
        var all = new Option<bool>("--all") { Description = terminal.Texts["option.form_all"] };
        var format = options.Format("table", "csv", "json");
        var command = new Command("check", terminal.Texts["check.description"]) { form, county, year, all, format, options.Warehouse, options.Snapshot, options.Out };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(form) is { } path ? Review(path, parsed, cancellation) : Check(parsed, cancellation)));
        return command;

        int Review(string path, ParseResult parsed, CancellationToken cancellation)
        {
            if (!File.Exists(path)) throw new WrongUsageException(terminal.Texts["review.no_file", ("path", path)]);
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var (of, about) = FormReviewWork.Subject(terminal, reader, parsed.GetValue(county), parsed.GetValue(year), cancellation);
            return new FormReviewWork(terminal).Run(path, reader, of, about, parsed.GetValue(all), parsed.GetValue(format)!, cancellation);
        }

        int Check(ParseResult parsed, CancellationToken cancellation)
        {
            if (parsed.GetValue(county) is not null || parsed.GetValue(year) is not null || parsed.GetValue(all) || parsed.GetValue(format) != "table")
                throw new WrongUsageException(terminal.Texts["review.needs_form"]);
            var snapshot = warehouses.SnapshotOf(parsed);
            var damaged = snapshot.Catalog.Tables.Where(table => !IsWhole(snapshot, table)).ToList();
            foreach (var table in damaged) terminal.Note("check.changed", ("table", table.Name));
            if (damaged.Count > 0) return ExitCode.DataErrors;

            using var reader = Warehouses.Reader(snapshot);
            var library = ModelLibrary.Read(ShippedContent.Sql);
            var findings = new FindingList();
            foreach (var check in library.Checks) findings.AddRange(reader.Run(check, cancellation));
            var list = Path.Combine(parsed.GetValue(options.Out) ?? Path.Combine("out", snapshot.Catalog.Source), "findings.csv");
            if (findings.Count > 0) FindingFile.Write(list, findings, terminal.Texts);
            new FindingPrinter(terminal).Print(findings, list, Severity.Note);
            if (findings.HasErrors) return ExitCode.DataErrors;
            terminal.Say("check.good", ("number", snapshot.Number), ("tables", snapshot.Catalog.Tables.Count), ("rows", snapshot.Catalog.Tables.Sum(table => table.Rows)), ("checks", library.Checks.Count));
            return ExitCode.Done;
        }
    }

    static bool IsWhole(Snapshot snapshot, CatalogTable table)
    {
        using var stream = File.OpenRead(snapshot.PathOf(table.Name));
        return stream.Length == table.Bytes && Convert.ToHexStringLower(SHA256.HashData(stream)) == table.Sha256;
    }
}
