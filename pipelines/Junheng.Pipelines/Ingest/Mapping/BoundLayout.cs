using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A layout found in the header of one file: which column is which.</summary>
internal sealed class BoundLayout
{
    readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    BoundLayout(Layout layout, IReadOnlyList<string> header)
    {
        Layout = layout;
        for (var index = 0; index < header.Count; index++) columns.TryAdd(Tidy(header[index]), index);
    }

    public Layout Layout { get; }

    /// <summary>Binds, or says every column that is missing or stands there twice.</summary>
    public static BoundLayout? Bind(Layout layout, IReadOnlyList<string> header, FiledFile file, string sheet, FindingList findings)
    {
        var tidy = header.Select(Tidy).ToList();
        var sound = true;
        foreach (var wanted in layout.Headers)
        {
            var count = tidy.Count(name => name == Tidy(wanted));
            if (count == 1) continue;
            sound = false;
            var place = new Place(file.Name, sheet, layout.HeaderRow, wanted);
            findings.Add(count == 0
                ? Finding.Error("MAP-COLUMN-MISSING", place, "", ("dataset", layout.Dataset), ("known", string.Join(", ", Nearest.First(wanted, tidy.Where(name => name.Length > 0).Distinct()))))
                : Finding.Error("MAP-COLUMN-TWICE", place, wanted));
        }

        return sound ? new BoundLayout(layout, header) : null;
    }

    public int IndexOf(string header) => columns[Tidy(header)];

    public string Cell(IReadOnlyList<string> cells, string header)
    {
        var index = IndexOf(header);
        return index < cells.Count ? cells[index].Trim() : "";
    }

    // Headers differ by stray spaces and line breaks from year to year; never by their words.
    public static string Tidy(string header) => string.Concat(header.Trim().TrimStart('\uFEFF').Where(character => !char.IsWhiteSpace(character)));
}
