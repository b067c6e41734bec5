using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Junheng.Cli.Console;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary>From a source folder to a snapshot: what <c>run</c> and <c>build</c> share.</summary>
public sealed class BuildWork(Terminal terminal, SharedFlags options, Warehouses warehouses)
{
    /// <returns>What came of it; null when the source itself could not be read or the warehouse is held, with the exit code.</returns>
    public (BuildOutcome? Outcome, int Exit) Build(ParseResult parsed, string input, string command, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var findings = new FindingList();
        var folder = warehouses.SourceFolder(input);
        var definition = Definition.Read(folder, options.Settings(parsed), options.Date(parsed), parsed.GetValue(options.RulePack), findings);
        if (definition is null) return (null, Refuse(findings, OutOf(parsed, "findings"), "summary.unreadable"));

        var warehouse = Warehouses.For(definition.Source.Id, parsed.GetValue(options.Warehouse));
        var patience = TimeSpan.FromSeconds(parsed.GetValue(options.Wait));
        var (held, holder) = WarehouseLock.Take(warehouse, command, patience, other => terminal.Note("progress.waiting", Facts(other)), cancellation);
        if (held is null)
        {
            terminal.Note("lock.held", Facts(holder!));
            return (null, ExitCode.WrongUsage);
        }

        using (held)
        {
            if (new SnapshotStore(warehouse).Current(out _) is { } standing && standing.Catalog.Source != definition.Source.Id)
                throw new WrongUsageException(terminal.Texts["usage.other_source", ("warehouse", warehouse.Root), ("there", standing.Catalog.Source), ("given", definition.Source.Id)]);
            var build = new BuildOptions(parsed.GetValue(options.AcceptPartial), parsed.GetValue(options.Threads));
            var library = ModelLibrary.Read(ShippedContent.Sql);
            var outcome = terminal.Progress(report => new SnapshotBuilder(
                    warehouse, definition, library, build, step => report(step.Step, step.Done, step.Of, step.Detail))
                .Build(() => RunRecord(command, watch), cancellation));
            RunLog(warehouse, command, outcome, watch);
            var outFolder = OutOf(parsed, definition.Source.Id);
            if (outcome.Made || outcome.Failed) ReturnedWork.Write(terminal, warehouse, definition.Files, outcome.Findings, outFolder, cancellation);
            if (outcome.Failed) return (outcome, Refuse(outcome.Findings, outFolder, "summary.refused"));
            if (outcome.Findings.HasErrors) Tell(outcome.Findings, outFolder, "summary.partial");
            else if (outcome.Made) KeepList(outcome.Findings, outFolder);
            return (outcome, ExitCode.Done);
        }
    }

    /// <summary>Where a source's products go: <c>--out</c>, else <c>out/&lt;source id&gt;</c>.</summary>
    public string OutOf(ParseResult parsed, string sourceId) => parsed.GetValue(options.Out) ?? Path.Combine("out", sourceId);

    int Refuse(FindingList findings, string outFolder, string closing)
    {
        Tell(findings, outFolder, closing);
        return ExitCode.DataErrors;
    }

    // Accepted errors are told as loudly as refused ones: they are still to be mended.
    void Tell(FindingList findings, string outFolder, string closing)
    {
        var list = Path.Combine(outFolder, "findings.csv");
        FindingFile.Write(list, findings, terminal.Texts);
        new FindingPrinter(terminal).Print(findings, list);
        terminal.NoteLine("");
        terminal.Note("summary.findings", ("errors", findings.Errors), ("warnings", findings.Count(one => one.Severity == Severity.Warning)), ("notes", findings.Count(one => one.Severity == Severity.Note)));
        terminal.Note(closing);
    }

    // Warnings do not stop anything, but whoever mends them needs the list; and a list of errors since mended must not lie about.
    void KeepList(FindingList findings, string outFolder)
    {
        var list = Path.Combine(outFolder, "findings.csv");
        if (findings.Count > 0) FindingFile.Write(list, findings, terminal.Texts);
        else if (File.Exists(list)) File.Delete(list);
    }

    static (string, object?)[] Facts(LockHolder holder) =>
        [("command", holder.Command), ("process", holder.Process), ("host", holder.Host), ("since", holder.Since)];

    // Clock, host and the like stand here, beside the snapshot, so that the snapshot itself is the same wherever it is made.
    static string RunRecord(string command, Stopwatch watch) => JsonSerializer.Serialize(new
    {
        format = 1,
        command,
        made = Now(),
        host = Environment.MachineName,
        system = Environment.OSVersion.ToString(),
        runtime = Environment.Version.ToString(),
        seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
    }) + "\n";

    // No cell values: the log may be passed on.
    static void RunLog(WarehouseFolder warehouse, string command, BuildOutcome outcome, Stopwatch watch) => File.AppendAllText(warehouse.Log, JsonSerializer.Serialize(new
    {
        at = Now(),
        command,
        made = outcome.Made,
        snapshot = outcome.Snapshot?.Number,
        steps = outcome.StepsRun,
        errors = outcome.Findings.Errors,
        findings = outcome.Findings.Count,
        seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
    }) + "\n");

    static string Now() => DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
