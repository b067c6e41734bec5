using System.CommandLine;
using System.Diagnostics;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng run</c>: everything, for whoever comes first.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var input = new Argument<string>("input") { Description = terminal.Texts["argument.input"] };
        var noBrief = new Option<bool>("--no-brief") { Description = terminal.Texts["option.no_brief"] };
        var command = new Command("run", terminal.Texts["run.description"])
        {
            input, options.Warehouse, options.Out, options.AsOf, options.RulePack, options.Set, options.AcceptPartial, options.Threads, options.Wait, noBrief,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            var work = new BuildWork(terminal, options, warehouses);
            var (outcome, exit) = work.Build(parsed, parsed.GetValue(input)!, "run", cancellation);
            if (outcome is null || exit != ExitCode.Done) return exit;

            var catalog = outcome.Snapshot!.Catalog;
            var output = work.OutOf(parsed, catalog.Source);
            var folder = Path.Combine(output, "figures");
            var stamp = new FigureStamp(folder);
            var figures = FigureWork.Catalog;
            var stale = figures.Figures.Where(figure => !stamp.IsFresh(figure, catalog, figures.ThemePath, terminal.Language)).ToList();
            var summary = new Summary(terminal);
            var briefing = new RunBriefing(terminal, output);
            // A figure that is drawn again stands in the briefing too.
            var briefed = parsed.GetValue(noBrief) || (stale.Count == 0 && briefing.IsFresh(catalog));
            if (!outcome.Made && stale.Count == 0 && briefed)
            {
                summary.Made(outcome);
                return ExitCode.Done;
            }

            using var reader = Warehouses.Reader(outcome.Snapshot!);
            summary.Header(catalog);
            summary.Rows(reader, cancellation);
            var anything = summary.Counties(reader, cancellation);
            summary.Made(outcome);
            if (!anything) return ExitCode.Done;
            // Everything but pictures works without Node, so a missing picture is a note and not a failure.
            using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory));
            var drawn = await new FigureWork(terminal).DrawAsync(worker, reader, stale, new FigureChoice(terminal.Language), FigureFormats.All, folder, cancellation);
            foreach (var figure in drawn) stamp.Set(figure, catalog, figures.ThemePath, terminal.Language);
            if (!briefed) await briefing.WriteAsync(reader, worker, figures.Figures.Except(stale).Concat(drawn).Select(figure => figure.Id).ToHashSet(StringComparer.Ordinal), cancellation);
            terminal.Note("summary.took", ("seconds", watch.Elapsed.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)));
            return ExitCode.Done;
        });
        return command;
    }
}
