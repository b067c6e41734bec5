using System.CommandLine;
using System.Diagnostics;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng run</c>: everything, for whoever comes first.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal, CommonOptions options, Warehouses warehouses)
    {
        var input = new Argument<string>("input") { Description = terminal.Texts["argument.input"] };
        var command = new Command("run", terminal.Texts["run.description"])
        {
            input, options.Warehouse, options.Out, options.AsOf, options.Set, options.AcceptPartial, options.Threads, options.Wait,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            var work = new BuildWork(terminal, options, warehouses);
            var (outcome, exit) = work.Build(parsed, parsed.GetValue(input)!, "run", cancellation);
            if (outcome is null || exit != ExitCode.Done) return exit;

            using var reader = Warehouses.Reader(outcome.Snapshot!);
            var catalog = outcome.Snapshot!.Catalog;
            var figures = Path.Combine(work.OutOf(parsed, catalog.Source), "figures");
            if (!outcome.Made && AreThere(figures, catalog))
            {
                new Summary(terminal).Made(outcome);
                return ExitCode.Done;
            }

            var summary = new Summary(terminal);
            summary.Header(catalog);
            summary.Rows(reader, cancellation);
            summary.Counties(reader, cancellation);
            summary.Made(outcome);
            // Everything but pictures works without Node, so a missing picture is a note and not a failure.
            await new FigureWork(terminal).DrawAsync(reader, FigureWork.Catalog.Figures, null, FigureFormats.Svg | FigureFormats.Png, figures, cancellation);
            terminal.Note("summary.took", ("seconds", watch.Elapsed.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)));
            return ExitCode.Done;
        });
        return command;
    }

    // Drawn from these very numbers: another build since, and a picture beside it would be stale.
    static bool AreThere(string folder, Catalog catalog) => FigureWork.Catalog.Figures.All(figure =>
    {
        var picture = Path.Combine(folder, figure.Id + ".svg");
        return File.Exists(picture) && File.Exists(Path.ChangeExtension(picture, ".png"))
            && File.ReadAllText(picture).Contains(FigureWork.MarkOf(catalog), StringComparison.Ordinal);
    });
}
