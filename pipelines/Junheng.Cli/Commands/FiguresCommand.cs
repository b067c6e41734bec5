using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng figures</c>: pictures, or the rows behind them.</summary>
internal static class FiguresCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var ids = new Argument<string[]>("ids") { Description = terminal.Texts["argument.figures"], Arity = ArgumentArity.ZeroOrMore };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var format = options.Format("svg,png", "svg", "png", "csv");
        var command = new Command("figures", terminal.Texts["figures.description"]) { ids, options.Warehouse, options.Snapshot, county, format, options.Out };
        command.SetAction(async (parsed, cancellation) =>
        {
            var figures = Chosen(parsed.GetValue(ids) ?? []);
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var folder = parsed.GetValue(options.Out) ?? Path.Combine("out", reader.Snapshot.Catalog.Source, "figures");
            var code = parsed.GetValue(county);
            if (parsed.GetValue(format) == "csv")
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                foreach (var figure in figures)
                {
                    var path = Path.Combine(folder, figure.Id + ".csv");
                    RowOutput.WriteFile(FigureWork.RowsOf(reader, figure, code, cancellation), "csv", path);
                    terminal.Say("summary.figure", ("path", path));
                }

                return ExitCode.Done;
            }

            var formats = parsed.GetValue(format) switch { "svg" => FigureFormats.Svg, "png" => FigureFormats.Png, _ => FigureFormats.Svg | FigureFormats.Png };
            var drawn = await new FigureWork(terminal).DrawAsync(reader, figures, code, formats, folder, cancellation);
            return drawn.Count == figures.Count ? ExitCode.Done : ExitCode.Fault;
        });
        return command;

        List<Figure> Chosen(IReadOnlyList<string> wanted)
        {
            var catalog = FigureWork.Catalog;
            return wanted.Count == 0
                ? [.. catalog.Figures]
                : wanted.Select(id => catalog.Find(id) ?? throw new WrongUsageException(
                    terminal.Texts["usage.no_figure", ("figure", id), ("known", string.Join(", ", catalog.Figures.Select(figure => figure.Id)))])).ToList();
        }
    }
}
