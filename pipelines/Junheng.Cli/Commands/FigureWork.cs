using Junheng.Cli.Console;
using Junheng.Pipelines;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary>Draws figures from a snapshot. A figure that cannot be drawn is said and does not stop the others.</summary>
public sealed class FigureWork(Terminal terminal)
{
    public static FigureCatalog Catalog => FigureCatalog.Open(ShippedContent.Figures);

    /// <returns>Those that were drawn.</returns>
    public async Task<IReadOnlyList<Figure>> DrawAsync(
        SnapshotReader reader, IReadOnlyList<Figure> figures, string? county, FigureFormats formats, string outFolder, CancellationToken cancellation)
    {
        using var worker = new FigureWorker(FigureWorkerOptions.For(AppContext.BaseDirectory));
        var renderer = new FigureRenderer(Catalog, worker);
        var drawn = new List<Figure>();
        foreach (var figure in figures)
        {
            var outcome = await renderer.RenderAsync(figure, DataOf(reader, figure, county, cancellation), CaptionOf(reader, figure), outFolder, formats, cancellation);
            foreach (var path in outcome.Files) terminal.Say("summary.figure", ("path", Path.GetRelativePath(Directory.GetCurrentDirectory(), path)));
            foreach (var fault in outcome.Faults) terminal.Note("summary.figure_fault", ("figure", figure.Id), ("message", fault.Message), ("fix", fault.Fix));
            if (outcome.Drawn) drawn.Add(figure);
        }

        return drawn;
    }

    public static RowSet RowsOf(SnapshotReader reader, Figure figure, string? county, CancellationToken cancellation) =>
        reader.Query(File.ReadAllText(figure.QueryPath), cancellation, ("county", county));

    static FigureData DataOf(SnapshotReader reader, Figure figure, string? county, CancellationToken cancellation)
    {
        var rows = RowsOf(reader, figure, county, cancellation);
        return new FigureData(rows.Columns, rows.Rows);
    }

    // The snapshot goes by the hash of what it was made from: its number says nothing to whoever sees only the picture.
    static FigureCaption CaptionOf(SnapshotReader reader, Figure figure)
    {
        var catalog = reader.Snapshot.Catalog;
        return new FigureCaption(
            TitleOf(figure),
            catalog.Title.Zh,
            MarkOf(catalog),
            $"{catalog.RulePack}，按在校生加权的总体变异系数{(catalog.Official ? "" : "；研究用，限值系借用，不作认定依据 (study pack, borrowed limits)")}",
            catalog.Synthetic,
            catalog.Partial);
    }

    /// <summary>Stands in the caption of whatever is drawn from a snapshot.</summary>
    public static string MarkOf(Catalog catalog) =>
        $"{catalog.AsOf} · {catalog.Tables.First(table => table.Name == "county_coefficient").Step[..12]}";

    static string TitleOf(Figure figure)
    {
        using var spec = System.Text.Json.JsonDocument.Parse(File.ReadAllText(figure.SpecPath));
        return spec.RootElement.TryGetProperty("title", out var title) && title.ValueKind == System.Text.Json.JsonValueKind.String ? title.GetString()! : figure.Id;
    }
}
