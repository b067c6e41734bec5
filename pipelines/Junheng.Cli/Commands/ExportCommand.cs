using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng export</c>: one table of a snapshot, in the order of its grain.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var name = new Argument<string>("table") { Description = terminal.Texts["argument.table"] };
        var format = new Option<string?>("--format") { Description = terminal.Texts["option.format", ("formats", "csv, json, parquet")], HelpName = "csv|json|parquet" };
        var command = new Command("export", terminal.Texts["export.description"]) { name, options.Warehouse, options.Snapshot, format, options.Out };
        command.SetAction((parsed, cancellation) =>
        {
            var snapshot = warehouses.SnapshotOf(parsed);
            var table = snapshot.Table(parsed.GetValue(name)!)
                ?? throw new WrongUsageException(terminal.Texts["usage.no_table", ("table", parsed.GetValue(name)), ("known", string.Join(", ", snapshot.Catalog.Tables.Select(one => one.Name)))]);
            var target = parsed.GetValue(options.Out);
            var chosen = parsed.GetValue(format) ?? Path.GetExtension(target ?? ".csv").TrimStart('.');
            if (chosen is not ("csv" or "json" or "parquet"))
                throw new WrongUsageException(terminal.Texts["usage.bad_format", ("format", chosen), ("known", "csv, json, parquet")]);
            if (chosen == "parquet" && target is null) throw new WrongUsageException(terminal.Texts["usage.needs_out"]);

            new Summary(terminal).Mark(snapshot.Catalog);
            if (chosen == "parquet")
            {
                RowOutput.MakeFolderOf(target!);
                File.Copy(snapshot.PathOf(table.Name), target!, overwrite: true);
            }
            else
            {
                using var reader = Warehouses.Reader(snapshot);
                var order = string.Join(", ", table.Grain.Select(SqlText.Identifier));
                var rows = reader.Query($"select * from {SqlText.Identifier(table.Name)} order by {order}", cancellation);
                if (target is null) RowOutput.Write(rows, chosen, terminal);
                else RowOutput.WriteFile(rows, chosen, target);
            }

            if (target is not null) terminal.Note("export.done", ("path", target), ("rows", table.Rows));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
