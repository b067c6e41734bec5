using System.Text.Json;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Raw;

/// <summary>One file whose cells are kept, and what its reader noticed.</summary>
internal sealed record KeptFile(string Key, IReadOnlyList<KeptFinding> Told)
{
    // How cells are kept; 2: each bears the mark of its file, not the file's whole key.
    const int Format = 2;

    public static IReadOnlyList<KeptFile> ReadAll(string path)
    {
        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        // Cells kept otherwise are read again from the kept bytes.
        return document.RootElement is { ValueKind: JsonValueKind.Object } index && index.TryGetProperty("format", out var format) && format.GetInt32() == Format && index.TryGetProperty("files", out var files)
            ? files.Deserialize<List<KeptFile>>() ?? []
            : [];
    }

    public static void WriteAll(string path, IReadOnlyList<KeptFile> files) =>
        AtomicFile.Write(path, JsonSerializer.Serialize(new { format = Format, files }));
}

/// <summary>A warning or note about a file, without the file's name: the same bytes may be filed under another.</summary>
internal sealed record KeptFinding(Severity Severity, string Code, string Sheet, int Row, string Column, string Value, IReadOnlyDictionary<string, string> Facts)
{
    public static KeptFinding Of(Finding finding) =>
        new(finding.Severity, finding.Code, finding.Place.Sheet, finding.Place.Row, finding.Place.Column, finding.Value, finding.Facts);

    public Finding For(FiledFile file) => new(Severity, Code, new Place(file.Name, Sheet, Row, Column), Value, Facts);
}
