using System.CommandLine;
using System.Data.Common;
using Junheng.Cli.Console;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng query</c>: one SELECT of the user's own over a snapshot, confined to it.</summary>
internal static class QueryCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var sql = new Argument<string>("sql") { Description = terminal.Texts["argument.sql"] };
        var format = options.Format("table", "csv", "json", "parquet");
        var command = new Command("query", terminal.Texts["query.description"]) { sql, options.Warehouse, options.Snapshot, format, options.Out };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var select = parsed.GetValue(sql)!.Trim().TrimEnd(';');
            var target = parsed.GetValue(options.Out);
            var chosen = parsed.GetValue(format)!;
            if (chosen == "parquet" && target is null) throw new WrongUsageException(terminal.Texts["usage.needs_out"]);
            if (reader.Confine(select, Scratch.Folder) is { } refusal) throw new WrongUsageException(terminal.Texts["usage.bad_sql", ("problem", refusal)]);
            new Summary(terminal).Mark(reader.Snapshot.Catalog);
            try
            {
                if (chosen == "parquet")
                {
                    var scratch = Path.Combine(Scratch.Folder, "query.parquet");
                    reader.WriteParquet(select, scratch, cancellation);
                    RowOutput.MakeFolderOf(target!);
                    File.Move(scratch, target!, overwrite: true);
                }
                else if (target is not null)
                {
                    RowOutput.WriteFile(reader.Query(select, cancellation), chosen == "table" ? "csv" : chosen, target);
                }
                else
                {
                    RowOutput.Write(reader.Query(select, cancellation), chosen, terminal);
                }
            }
            // The provider throws the second for a parameter without a value.
            catch (Exception wrong) when (wrong is DbException or InvalidOperationException)
            {
                throw new WrongUsageException(terminal.Texts["usage.sql_error", ("problem", wrong.Message)]);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
