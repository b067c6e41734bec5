using System.Data.Common;
using Junheng.Models;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>Draws figures from a snapshot: asks for the rows, says where they come from, has them drawn.</summary>
public sealed class FigurePress(SnapshotReader reader, FigureCatalog catalog, NodeWorker worker)
{
    readonly FigureRenderer renderer = new(catalog, worker);

    public async Task<FigureOutcome> DrawAsync(Figure figure, FigureChoice choice, string folder, FigureFormats formats, CancellationToken cancellation)
    {
        var (data, caption, fault) = ContentOf(figure, choice, cancellation);
        return fault is null ? await renderer.RenderAsync(figure, data!, caption!, folder, formats, cancellation) : FigureOutcome.Refused(figure, fault);
    }

    /// <summary>The picture for a page whose caption says the title.</summary>
    internal async Task<FigureFiles> DrawUntitledAsync(Figure figure, FigureChoice choice, CancellationToken cancellation)
    {
        var (data, caption, fault) = ContentOf(figure, choice, cancellation);
        return fault is null
            ? await renderer.DrawAsync(figure, data!, caption! with { Untitled = true }, FigureFormats.Svg | FigureFormats.Png, cancellation)
            : new([], [], [fault]);
    }

    (FigureData? Data, FigureCaption? Caption, FigureFault? Fault) ContentOf(Figure figure, FigureChoice choice, CancellationToken cancellation)
    {
        var (data, unanswered) = DataOf(figure, choice, cancellation);
        if (data is null) return (null, null, unanswered);
        var (caption, unsaid) = CaptionOf(figure, choice.Language, data);
        return (data, caption, unsaid);
    }

    // Figures are written by whoever needs one: a slip in a query is theirs to mend, and is said like a slip in a spec.
    (FigureData? Data, FigureFault? Fault) DataOf(Figure figure, FigureChoice choice, CancellationToken cancellation)
    {
        try
        {
            var rows = reader.Query(File.ReadAllText(figure.QueryPath), cancellation, choice.Parameters);
            return (new FigureData(rows.Columns, rows.Rows), null);
        }
        catch (DbException slip) when (!cancellation.IsCancellationRequested)
        {
            return (null, new("figure_query", $"query.sql of '{figure.Id}': {slip.Message}", "Correct query.sql; `junheng query` tries it."));
        }
    }

    (FigureCaption? Caption, FigureFault? Fault) CaptionOf(Figure figure, Language language, FigureData data)
    {
        var (written, unreadable) = FigureWords.Read(figure, language);
        if (written is null) return (null, unreadable);
        var (words, unknown) = written.Filled(figure, data);
        if (words is null) return (null, unknown);
        var from = reader.Snapshot.Catalog;
        var texts = Texts.TextBook.In(language);
        return (new FigureCaption(
            language, words.Title, words.Scope, words.Reading, words.Alt, from.Title.In(language), MarkOf(from),
            from.RulePack + texts["figure.method_join"] + words.Method + (from.Official ? "" : texts["figure.study"]),
            from.AsOf, from.Synthetic, from.Partial), null);
    }

    /// <summary>A snapshot goes by the hash of what it was made from: its number says nothing to whoever sees only the picture.</summary>
    public static string MarkOf(Catalog catalog) => $"{catalog.AsOf} · {catalog.Tables.First(table => table.Name == "county_coefficient").Step[..12]}";
}
