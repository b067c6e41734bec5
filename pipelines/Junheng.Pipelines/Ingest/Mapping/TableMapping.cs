using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>One file read as one dataset, sheet after sheet.</summary>
internal sealed class TableMapping(Mapper mapper, FiledFile file, Dataset dataset, IReadOnlyList<Layout> layouts, RowCount count)
{
    readonly List<string> unread = [];
    bool read;

    public void Run(IEnumerable<RawRow> rows)
    {
        SheetMapping? sheet = null;
        string? name = null;
        foreach (var row in rows)
        {
            if (row.Sheet != name)
            {
                sheet?.Finish();
                name = row.Sheet;
                sheet = Open(name);
            }

            sheet?.Add(row);
        }

        sheet?.Finish();
        if (!read && unread.Count > 0) SheetNames.TellNone(mapper.Findings, file.Name, dataset.Name, unread, layouts);
    }

    SheetMapping? Open(string sheet)
    {
        var reading = layouts.Where(layout => layout.Reads(sheet)).ToList();
        if (reading.Count == 0)
        {
            unread.Add(sheet);
            return null;
        }

        read = true;
        return new SheetMapping(mapper, file, dataset, reading, count, sheet);
    }
}

internal static class SheetNames
{
    /// <summary>A workbook that should hold a dataset and has no sheet for it.</summary>
    public static void TellNone(FindingList findings, string file, string dataset, IEnumerable<string> sheets, IEnumerable<Layout> layouts) => findings.Add(Finding.Error(
        "FILE-NO-SHEET", new Place(file), string.Join(", ", sheets), ("dataset", dataset), ("known", string.Join(", ", layouts.SelectMany(layout => layout.Sheets).Distinct()))));
}
