using System.Globalization;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Inspecting;

/// <summary>A folder with a sheet for each school that is visited, and the layout by which they are read when they come back.</summary>
public static class InspectionFolder
{
    public const string MapFile = "site-check-layout.yaml";

    /// <returns>What was written.</returns>
    public static IReadOnlyList<string> Write(SnapshotReader reader, string folder, int year, RowSet schools, TextBook texts, bool chinese, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var sheet = new InspectionSheet(texts, reader.Snapshot.Catalog);
        var written = new List<string>();
        for (var row = 0; row < schools.Rows.Count; row++)
        {
            var code = (string)schools[row, "school_code"]!;
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{year}-{FileName(code)}.xlsx"));
            sheet.Write(path, year, code, (string)schools[row, "school_name"]!, InspectionItems.Of(reader, year, code, chinese, cancellation));
            written.Add(path);
        }

        var map = Path.Combine(folder, MapFile);
        AtomicFile.Write(map, InspectionSheet.MapText);
        return [.. written, map];
    }

    // A code is whatever was filed; in a file's name only its letters, digits and hyphens stand.
    static string FileName(string code) => string.Concat(code.Select(character => char.IsAsciiLetterOrDigit(character) || character == '-' ? character : '_'));
}
