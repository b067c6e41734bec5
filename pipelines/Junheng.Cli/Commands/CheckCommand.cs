using System.CommandLine;
using System.Security.Cryptography;
using Junheng.Cli.Console;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng check</c>: holds a snapshot against its catalog and runs the checks over it again.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var command = new Command("check", terminal.Texts["check.description"]) { options.Warehouse, options.Snapshot, options.Out };
        command.SetAction((parsed, cancellation) =>
        {
            var snapshot = warehouses.SnapshotOf(parsed);
            var damaged = snapshot.Catalog.Tables.Where(table => !IsWhole(snapshot, table)).ToList();
            foreach (var table in damaged) terminal.Note("check.changed", ("table", table.Name));
            if (damaged.Count > 0) return Task.FromResult(ExitCode.DataErrors);

            using var reader = Warehouses.Reader(snapshot);
            var library = ModelLibrary.Read(ShippedContent.Sql);
            var findings = new FindingList();
            foreach (var check in library.Checks) findings.AddRange(reader.Run(check, cancellation));
            var list = Path.Combine(parsed.GetValue(options.Out) ?? Path.Combine("out", snapshot.Catalog.Source), "findings.csv");
            if (findings.Count > 0) FindingFile.Write(list, findings, terminal.Texts);
            new FindingPrinter(terminal).Print(findings, list, Severity.Note);
            if (findings.HasErrors) return Task.FromResult(ExitCode.DataErrors);
            terminal.Say("check.good", ("number", snapshot.Number), ("tables", snapshot.Catalog.Tables.Count), ("rows", snapshot.Catalog.Tables.Sum(table => table.Rows)), ("checks", library.Checks.Count));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static bool IsWhole(Snapshot snapshot, CatalogTable table)
    {
        using var stream = File.OpenRead(snapshot.PathOf(table.Name));
        return stream.Length == table.Bytes && Convert.ToHexStringLower(SHA256.HashData(stream)) == table.Sha256;
    }
}
