using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>
/// One faulty file as it goes back to who filed it, written anew: the list of what is wrong, then the file's cells with each faulty one marked, merged and as wide as they were filed.
/// </summary>
/// <param name="findings">Those of this file.</param>
/// <param name="rows">The file's cells; none when it could not be read. They are read more than once.</param>
/// <param name="shapes">Merged cells and widths by sheet; of a text file there are none.</param>
/// <param name="remark">Why it is written anew and not copied.</param>
sealed class ReturnedWorkbook(FiledFile file, IReadOnlyList<Finding> findings, Func<IEnumerable<RawRow>> rows, IReadOnlyDictionary<string, WorkbookShape> shapes, TextBook texts, string remark = "")
{
    const double NarrowestColumn = 8;
    const double WidestColumn = 40;

    readonly FaultyCells faulty = new(findings);
    readonly NoteWords notes = new(texts);

    public void Write(string path) => WorkbookWriter.Write(path, new Dictionary<string, string> { ["format"] = "1", ["kind"] = "returned" }, book =>
    {
        var sheets = Extents();
        var list = new FindingSheet(file.Name, findings, texts);
        // The list takes its name first, so the names of the others are known only if they keep theirs.
        var names = NamesOf(sheets);
        book.Sheet(texts["returned.sheet"], FindingSheet.Layout, sheet => list.Write(sheet, names, sheets.Values.Select(extent => extent.LastRow).DefaultIfEmpty(0).Max(), sheets.Count > 0 ? remark : ""));
        foreach (var (name, extent) in sheets)
            book.Sheet(names[name], SheetLayout.OfWidths([.. WidthsOf(name, extent)]), sheet => Copy(sheet, name));
    });

    void Copy(SheetWriter sheet, string name)
    {
        foreach (var row in rows().Where(row => row.Sheet == name && row.Number <= SheetWriter.MostRows))
        {
            var marks = faulty.In(row);
            sheet.RowAt(row.Number, row.Cells.Take(SheetWriter.MostColumns).Select((text, index) => FiledCell.Of(text, marks.GetValueOrDefault(index + 1)?.Severity)));
            foreach (var (column, mark) in marks.OrderBy(mark => mark.Key))
            {
                if (notes.Of(column, row.Number, mark) is { } note) sheet.Comment(column, row.Number, note.Text);
            }
        }

        foreach (var block in shapes.GetValueOrDefault(name)?.Merged ?? [])
        {
            if (block.LastColumn <= SheetWriter.MostColumns && block.LastRow <= SheetWriter.MostRows) sheet.Merge(new CellRange(block.FirstColumn, block.FirstRow, block.LastColumn, block.LastRow));
        }
    }

    // As filed; of a text file, as its words need. A hidden column has no width, and is shown: something in it may be at fault.
    IEnumerable<double> WidthsOf(string sheet, Extent extent)
    {
        var filed = shapes.GetValueOrDefault(sheet)?.Widths ?? [];
        for (var index = 0; index < Math.Max(filed.Count, extent.Widths.Count); index++)
        {
            yield return index < filed.Count && filed[index] > 0 ? Math.Min(filed[index], 255) : extent.Widths.ElementAtOrDefault(index) is > 0 and var needed ? needed : NarrowestColumn;
        }
    }

    OrderedDictionary<string, Extent> Extents()
    {
        var extents = new OrderedDictionary<string, Extent>(StringComparer.Ordinal);
        foreach (var row in rows())
        {
            if (!extents.TryGetValue(row.Sheet, out var extent)) extents[row.Sheet] = extent = new Extent();
            extent.LastRow = row.Number;
            for (var index = 0; index < Math.Min(row.Cells.Count, SheetWriter.MostColumns); index++)
            {
                if (extent.Widths.Count <= index) extent.Widths.Add(NarrowestColumn);
                extent.Widths[index] = Math.Clamp(DisplayWidth.Of(row.Cells[index]) + 2, extent.Widths[index], WidestColumn);
            }
        }

        return extents;
    }

    // A text file has one sheet, which is called as the file.
    Dictionary<string, string> NamesOf(OrderedDictionary<string, Extent> sheets)
    {
        var taken = new List<string> { texts["returned.sheet"] };
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Keys)
        {
            names[sheet] = SheetNames.Fit(sheet.Length > 0 ? sheet : Path.GetFileNameWithoutExtension(file.Name), taken);
            taken.Add(names[sheet]);
        }

        return names;
    }

    sealed class Extent
    {
        public List<double> Widths { get; } = [];

        public int LastRow { get; set; }
    }
}
