using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>
/// Writes an <c>.xlsx</c> row by row: a sheet of any length costs no more memory than its file. The same calls give the same bytes, whenever and wherever they are made.
/// </summary>
public sealed class WorkbookWriter
{
    readonly WorkbookPart book;
    readonly StyleTable styles = new();
    readonly List<SheetWriter> sheets = [];

    WorkbookWriter(WorkbookPart book) => this.book = book;

    /// <summary>Writes a file whole or not at all.</summary>
    /// <param name="path">Its folder is made if it is not there.</param>
    /// <param name="facts">What the file says of itself, as custom properties: <c>format</c>, <c>kind</c> …</param>
    /// <param name="fill">Adds the sheets; one at least.</param>
    public static void Write(string path, IReadOnlyDictionary<string, string> facts, Action<WorkbookWriter> fill)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var package = new MemoryStream();
        Write(package, facts, fill);
        package.Position = 0;
        AtomicFile.Write(path, target => TimelessArchive.Copy(package, target));
    }

    static void Write(Stream stream, IReadOnlyDictionary<string, string> facts, Action<WorkbookWriter> fill)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        // Every id is given: those the library makes up differ from run to run.
        var writer = new WorkbookWriter(document.AddWorkbookPart());
        document.ChangeIdOfPart(writer.book, "rId1");
        CustomFacts.Write(document, "rId2", facts);
        fill(writer);
        writer.Complete();
    }

    /// <summary>Adds a sheet and fills it. Its name is made fit for a spreadsheet, and unlike the others'.</summary>
    /// <returns>The name it was given.</returns>
    public string Sheet(string name, SheetLayout layout, Action<SheetWriter> fill)
    {
        var number = sheets.Count + 1;
        var part = book.AddNewPart<WorksheetPart>(IdOf(number));
        using var sheet = new SheetWriter(part, SheetNames.Fit(name, sheets.Select(other => other.Name)), layout, styles);
        fill(sheet);
        sheet.Complete();
        sheets.Add(sheet);
        return sheet.Name;
    }

    void Complete()
    {
        styles.Write(book.AddNewPart<WorkbookStylesPart>("styles"));
        book.Workbook = new X.Workbook(
            new X.BookViews(new X.WorkbookView()),
            new X.Sheets(sheets.Select((sheet, index) => new X.Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)index + 1,
                Id = IdOf(index + 1),
            })));
        var names = sheets.SelectMany((sheet, index) => NamesOf(sheet, (uint)index)).ToList();
        if (names.Count > 0) book.Workbook.Append(new X.DefinedNames(names));
        book.Workbook.Save();
    }

    internal static IEnumerable<X.DefinedName> NamesOf(SheetWriter sheet, uint index)
    {
        // In this order: the names of one sheet must stand by the alphabet.
        if (sheet.Filtered is { } range)
            yield return new X.DefinedName($"{SheetNames.Quoted(sheet.Name)}!{range.Fixed}") { Name = "_xlnm._FilterDatabase", LocalSheetId = index, Hidden = true };
        if (sheet.Layout.FrozenRows > 0)
            yield return new X.DefinedName(FormattableString.Invariant($"{SheetNames.Quoted(sheet.Name)}!$1:${sheet.Layout.FrozenRows}")) { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }

    static string IdOf(int sheet) => FormattableString.Invariant($"sheet{sheet}");
}
