using Junheng.Cli.Console;
using Junheng.Pipelines;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <summary>Draws figures from a snapshot. A figure that cannot be drawn is said and does not stop the others.</summary>
public sealed class FigureWork(Terminal terminal)
{
    public static FigureCatalog Catalog => FigureCatalog.Open(ShippedContent.Figures);

    /// <returns>Those that were drawn.</returns>
    public async Task<IReadOnlyList<Figure>> DrawAsync(
        SnapshotReader reader, IReadOnlyList<Figure> figures, FigureChoice choice, FigureFormats formats, string outFolder, CancellationToken cancellation)
    {
        using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory));
        return await DrawAsync(worker, reader, figures, choice, formats, outFolder, cancellation);
    }

    /// <inheritdoc cref="DrawAsync(SnapshotReader, IReadOnlyList{Figure}, FigureChoice, FigureFormats, string, CancellationToken)"/>
    public async Task<IReadOnlyList<Figure>> DrawAsync(
        NodeWorker worker, SnapshotReader reader, IReadOnlyList<Figure> figures, FigureChoice choice, FigureFormats formats, string outFolder, CancellationToken cancellation)
    {
        var press = new FigurePress(reader, Catalog, worker);
        var drawn = new List<Figure>();
        foreach (var figure in figures)
        {
            var outcome = await press.DrawAsync(figure, choice, outFolder, formats, cancellation);
            if (outcome.Files.Count > 0) terminal.Say("summary.figure", ("path", Written(outcome.Files)));
            foreach (var warning in outcome.Warnings) terminal.Note("summary.figure_warning", ("figure", figure.Id), ("message", warning));
            // Without Node none can be drawn, and that is said once.
            foreach (var fault in outcome.Faults.Where(fault => fault.Code != NodeWorker.NodeAbsent)) terminal.Note("summary.figure_fault", ("figure", figure.Id), ("message", fault.Message), ("fix", fault.Fix));
            if (outcome.Drawn) drawn.Add(figure);
        }

        if (worker.IsAbsent) terminal.Note("summary.no_node");
        return drawn;
    }

    // One line a figure: its forms differ in nothing but the ending.
    static string Written(IReadOnlyList<string> files) =>
        string.Join(", ", files.Select((path, index) => index == 0 ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path) : Path.GetExtension(path)));
}
