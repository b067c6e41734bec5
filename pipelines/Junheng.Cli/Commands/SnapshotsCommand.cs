using System.CommandLine;
using System.Text.Json;
using Junheng.Cli.Console;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng snapshots</c>: which there are; <c>prune</c> removes old ones.</summary>
internal static class SnapshotsCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var format = options.Format("table", "csv", "json");
        var command = new Command("snapshots", terminal.Texts["snapshots.description"]) { options.Warehouse, format, Prune(terminal, options, warehouses) };
        command.SetAction((parsed, _) =>
        {
            var folder = warehouses.Existing(parsed);
            var store = new SnapshotStore(folder);
            var current = store.Current(out var _)?.Number;
            var rows = store.Numbers.Select(number => store.Open(number)).OfType<Snapshot>().Select(IReadOnlyList<object?> (snapshot) =>
            [
                snapshot.Number, snapshot.Number == current ? "*" : "", snapshot.Catalog.Source, snapshot.Catalog.Partial, snapshot.Catalog.Tables.Count,
                snapshot.Catalog.Tables.Sum(table => table.Rows), MadeAt(folder.RunOf(snapshot.Number)),
            ]).ToList();
            RowOutput.Write(new RowSet(["number", "current", "source", "partial", "tables", "rows", "made"], rows), parsed.GetValue(format)!, terminal);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static Command Prune(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var keep = new Option<int>("--keep") { Description = terminal.Texts["option.keep"], HelpName = "N", Required = true };
        keep.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--keep >= 1");
        });
        var command = new Command("prune", terminal.Texts["prune.description"]) { options.Warehouse, keep, options.Wait };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = warehouses.Existing(parsed);
            var (held, holder) = WarehouseLock.Take(folder, "snapshots prune", TimeSpan.FromSeconds(parsed.GetValue(options.Wait)), _ => { }, cancellation);
            if (held is null)
            {
                terminal.Note("lock.held", ("command", holder!.Command), ("process", holder.Process), ("host", holder.Host), ("since", holder.Since));
                return Task.FromResult(ExitCode.WrongUsage);
            }

            using (held)
            {
                var gone = new SnapshotStore(folder).Prune(parsed.GetValue(keep));
                if (gone.Count == 0) terminal.Say("prune.none");
                else terminal.Say("prune.done", ("numbers", string.Join(", ", gone)));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static string? MadeAt(string path)
    {
        if (!File.Exists(path)) return null;
        using var run = JsonDocument.Parse(File.ReadAllText(path));
        return run.RootElement.GetProperty("made").GetString();
    }
}
