using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>One faulty file as it goes back to who filed it: the list of what is wrong, then the file as filed with each faulty cell marked.</summary>
/// <param name="findings">Those of this file.</param>
/// <param name="rows">The file's cells; none when it could not be read. They are read more than once.</param>
sealed class ReturnedWorkbook(FiledFile file, IReadOnlyList<Finding> findings, Func<IEnumerable<RawRow>> rows, TextBook texts)
{
    const int MostComments = 5_000;
    const double WidestColumn = 40;

    readonly FaultyCells faulty = new(findings);
    int comments;

    public void Write(string path) => WorkbookWriter.Write(path, new Dictionary<string, string> { ["format"] = "1", ["kind"] = "returned" }, book =>
    {
        var sheets = Shapes();
        var list = new FindingSheet(file.Name, findings, texts, MostComments);
        // The list takes its name first, so the names of the others are known only if they keep theirs.
        var names = NamesOf(sheets);
        book.Sheet(texts["returned.sheet"], FindingSheet.Layout, sheet => list.Write(sheet, names, sheets.Values.Select(shape => shape.LastRow).DefaultIfEmpty(0).Max()));
        foreach (var (name, shape) in sheets)
            book.Sheet(names[name], SheetLayout.OfWidths([.. shape.Widths]), sheet => Copy(sheet, name));
    });

    void Copy(SheetWriter sheet, string name)
    {
        foreach (var row in rows().Where(row => row.Sheet == name && row.Number <= SheetWriter.MostRows))
        {
            var here = faulty.In(row);
            var whole = faulty.IsWhole(row) ? here.SelectMany(group => group).Max(finding => finding.Severity) : (Severity?)null;
            sheet.RowAt(row.Number, row.Cells.Take(SheetWriter.MostColumns).Select((text, index) =>
                FiledCell.Of(text, here.Contains(index + 1) ? here[index + 1].Max(finding => finding.Severity) : whole)));
            foreach (var cell in here.OrderBy(cell => cell.Key))
            {
                if (comments++ < MostComments) sheet.Comment(cell.Key, row.Number, string.Join("\n\n", cell.Select(Words)));
            }
        }
    }

    string Words(Finding finding) => texts["returned.comment",
        ("severity", texts["finding." + finding.Severity.ToString().ToLowerInvariant()]),
        ("code", finding.Code),
        ("what", finding.What(texts)),
        ("fix", finding.Fix(texts))];

    OrderedDictionary<string, Shape> Shapes()
    {
        var shapes = new OrderedDictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var row in rows())
        {
            if (!shapes.TryGetValue(row.Sheet, out var shape)) shapes[row.Sheet] = shape = new Shape();
            shape.LastRow = row.Number;
            for (var index = 0; index < Math.Min(row.Cells.Count, SheetWriter.MostColumns); index++)
            {
                if (shape.Widths.Count <= index) shape.Widths.Add(8);
                shape.Widths[index] = Math.Clamp(DisplayWidth.Of(row.Cells[index]) + 2, shape.Widths[index], WidestColumn);
            }
        }

        return shapes;
    }

    // A text file has one sheet, which is called as the file.
    Dictionary<string, string> NamesOf(OrderedDictionary<string, Shape> sheets)
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

    sealed class Shape
    {
        public List<double> Widths { get; } = [];

        public int LastRow { get; set; }
    }
}
