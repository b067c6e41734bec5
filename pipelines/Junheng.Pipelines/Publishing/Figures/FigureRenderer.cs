using System.Text;
using System.Text.Json;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>Draws figures from rows it is handed: it opens no database.</summary>
public sealed class FigureRenderer(FigureCatalog catalog, NodeWorker worker)
{
    static readonly (FigureFormats Format, string Word)[] Drawn = [(FigureFormats.Svg, "svg"), (FigureFormats.Png, "png"), (FigureFormats.Pdf, "pdf")];

    public async Task<FigureOutcome> RenderAsync(
        Figure figure,
        FigureData data,
        FigureCaption caption,
        string outputFolder,
        FigureFormats formats = FigureFormats.Svg | FigureFormats.Png,
        CancellationToken cancellation = default)
    {
        var drawn = await DrawAsync(figure, data, caption, formats, cancellation);
        return new(figure.Id, drawn.Files.Count == 0 ? [] : await SaveAsync(figure, drawn.Files, outputFolder, cancellation), drawn.Warnings, drawn.Faults);
    }

    /// <summary>The files of a figure, not yet written. Rows need no worker: they are there even where nothing draws.</summary>
    internal async Task<FigureFiles> DrawAsync(Figure figure, FigureData data, FigureCaption caption, FigureFormats formats, CancellationToken cancellation)
    {
        var (spec, unreadable) = await ReadAsync(figure.SpecPath, cancellation);
        var (theme, noTheme) = await ReadAsync(catalog.ThemePath, cancellation);
        if (unreadable is not null || noTheme is not null)
            return new([], [], [.. new[] { unreadable, noTheme }.OfType<FigureFault>()]);

        var unknown = FigureFields.Check(figure.Id, spec, data.Columns);
        if (unknown.Count > 0)
            return new([], [], unknown);

        List<(string Extension, byte[] Content)> rows = formats.HasFlag(FigureFormats.Csv) ? [("csv", CsvOf(data))] : [];
        if ((formats & ~FigureFormats.Csv) == FigureFormats.None)
            return new(rows, [], []);

        var answer = await worker.AskAsync("draw", json => Write(json, spec, theme, data, caption, formats), cancellation);
        return answer.Fault is { } fault
            ? new(rows, [], [new(fault.Code, $"{figure.Id}: {fault.Message}", fault.Fix)])
            : new([.. Pictures(answer.Body), .. rows], [.. answer.Body.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)], []);
    }

    static async Task<(JsonElement Json, FigureFault? Fault)> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellation));
            return (document.RootElement.Clone(), null);
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return (default, new("figure_unreadable", $"{path}: {fault.Message}", "Make the file readable JSON."));
        }
    }

    static void Write(Utf8JsonWriter json, JsonElement spec, JsonElement theme, FigureData data, FigureCaption caption, FigureFormats formats)
    {
        json.WritePropertyName("spec");
        spec.WriteTo(json);
        json.WritePropertyName("theme");
        theme.WriteTo(json);
        json.WritePropertyName("data");
        data.WriteTo(json);
        json.WritePropertyName("caption");
        caption.WriteTo(json);
        json.WriteStartArray("formats");
        foreach (var (_, word) in Drawn.Where(drawn => formats.HasFlag(drawn.Format))) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    static IEnumerable<(string Extension, byte[] Content)> Pictures(JsonElement answer)
    {
        if (answer.TryGetProperty("svg", out var svg)) yield return ("svg", Encoding.UTF8.GetBytes(svg.GetString()!));
        if (answer.TryGetProperty("pngBase64", out var png)) yield return ("png", png.GetBytesFromBase64());
        if (answer.TryGetProperty("pdfBase64", out var pdf)) yield return ("pdf", pdf.GetBytesFromBase64());
    }

    static byte[] CsvOf(FigureData data)
    {
        using var text = new StringWriter();
        RowFormats.WriteCsv(new RowSet(data.Columns, data.Rows), text);
        // Excel knows UTF-8 by its byte order mark.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>All written aside first, then renamed: whoever looks sees the old picture or the new one.</summary>
    static async Task<IReadOnlyList<string>> SaveAsync(Figure figure, IReadOnlyList<(string Extension, byte[] Content)> files, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var written = new List<(string Aside, string Path)>();
        try
        {
            foreach (var (extension, content) in files)
            {
                var path = Path.Combine(folder, $"{figure.Id}.{extension}");
                var aside = $"{path}.{Guid.NewGuid():N}";
                written.Add((aside, path));
                await File.WriteAllBytesAsync(aside, content, cancellation);
            }

            foreach (var (aside, path) in written)
                File.Move(aside, path, overwrite: true);
            return [.. written.Select(file => file.Path)];
        }
        finally
        {
            foreach (var (aside, _) in written) File.Delete(aside);
        }
    }
}
