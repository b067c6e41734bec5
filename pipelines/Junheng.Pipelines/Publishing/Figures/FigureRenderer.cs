using System.Text.Json;

namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>Draws figures from rows it is handed: it opens no database.</summary>
public sealed class FigureRenderer(FigureCatalog catalog, FigureWorker worker)
{
    public async Task<FigureOutcome> RenderAsync(
        Figure figure,
        FigureData data,
        FigureCaption caption,
        string outputFolder,
        FigureFormats formats = FigureFormats.Svg | FigureFormats.Png,
        CancellationToken cancellation = default)
    {
        if (data.Rows.Count == 0)
            return FigureOutcome.Refused(figure, new FigureFault("figure_empty", $"query.sql of '{figure.Id}' gave no rows.", "Check that the snapshot holds the years and indicators the figure shows."));

        var (spec, unreadable) = await ReadAsync(figure.SpecPath, cancellation);
        var (theme, noTheme) = await ReadAsync(catalog.ThemePath, cancellation);
        if (unreadable is not null || noTheme is not null)
            return FigureOutcome.Refused(figure, [.. new[] { unreadable, noTheme }.OfType<FigureFault>()]);

        var unknown = FigureFields.Check(figure.Id, spec, data.Columns);
        if (unknown.Count > 0)
            return FigureOutcome.Refused(figure, unknown);

        var answer = await worker.AskAsync("draw", json => Write(json, spec, theme, data, caption, formats), cancellation);
        if (answer.Fault is { } fault)
            return FigureOutcome.Refused(figure, fault with { Message = $"{figure.Id}: {fault.Message}" });

        var files = await SaveAsync(figure, answer.Body, outputFolder, cancellation);
        string[] warnings = [.. answer.Body.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)];
        return new(figure.Id, files, warnings, []);
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
        caption.WriteTo(json, spec.TryGetProperty("description", out var reading) ? reading.GetString() : null);
        json.WriteStartArray("formats");
        if (formats.HasFlag(FigureFormats.Svg))
            json.WriteStringValue("svg");
        if (formats.HasFlag(FigureFormats.Png))
            json.WriteStringValue("png");
        json.WriteEndArray();
    }

    /// <summary>All written aside first, then renamed: whoever looks sees the old picture or the new one.</summary>
    static async Task<IReadOnlyList<string>> SaveAsync(Figure figure, JsonElement answer, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var written = new List<(string Aside, string Path)>();
        if (answer.TryGetProperty("svg", out var svg))
            written.Add(await AsideAsync(Path.Combine(folder, figure.Id + ".svg"), System.Text.Encoding.UTF8.GetBytes(svg.GetString()!), cancellation));
        if (answer.TryGetProperty("pngBase64", out var png))
            written.Add(await AsideAsync(Path.Combine(folder, figure.Id + ".png"), png.GetBytesFromBase64(), cancellation));

        foreach (var (aside, path) in written)
            File.Move(aside, path, overwrite: true);
        return [.. written.Select(file => file.Path)];
    }

    static async Task<(string Aside, string Path)> AsideAsync(string path, byte[] content, CancellationToken cancellation)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(aside, content, cancellation);
        return (aside, path);
    }
}
