using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng figures</c>: pictures, and the rows behind them.</summary>
internal static class FiguresCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var ids = new Argument<string[]>("ids") { Description = terminal.Texts["argument.figures"], Arity = ArgumentArity.ZeroOrMore };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.year"], HelpName = "YEAR" };
        var format = options.Format("all", "svg", "png", "pdf", "csv");
        var command = new Command("figures", terminal.Texts["figures.description"]) { ids, options.Warehouse, options.Snapshot, county, year, format, options.Out };
        command.SetAction(async (parsed, cancellation) =>
        {
            var figures = Chosen(parsed.GetValue(ids) ?? []);
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var choice = new FigureChoice(terminal.Language, parsed.GetValue(county), parsed.GetValue(year));
            Refuse(choice, reader, cancellation);
            var folder = parsed.GetValue(options.Out) ?? Path.Combine("out", reader.Snapshot.Catalog.Source, "figures");
            var formats = Enum.Parse<FigureFormats>(parsed.GetValue(format)!, ignoreCase: true);
            // Pictures say themselves what they are made from; rows cannot.
            if (formats == FigureFormats.Csv) new Summary(terminal).Mark(reader.Snapshot.Catalog);
            var drawn = await new FigureWork(terminal).DrawAsync(reader, figures, choice, formats, folder, cancellation);
            return drawn.Count == figures.Count ? ExitCode.Done : ExitCode.Fault;
        });
        return command;

        void Refuse(FigureChoice choice, SnapshotReader reader, CancellationToken cancellation)
        {
            Known("county_code", choice.County);
            Known("year", choice.Year);

            void Known(string column, object? chosen)
            {
                if (chosen is null) return;
                var there = reader.Query($"select distinct {column} from school order by 1", cancellation).Rows.Select(row => RowFormats.Text(row[0])).ToList();
                if (!there.Contains(RowFormats.Text(chosen))) throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", there))]);
            }
        }

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
