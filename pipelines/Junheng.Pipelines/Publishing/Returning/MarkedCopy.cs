using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>A county's own .xlsx as it goes back: its layout untouched, each faulty cell on a coloured ground with a note, and the list of findings in front.</summary>
sealed class MarkedCopy(FiledFile file, string original, IReadOnlyList<Finding> findings, Func<IEnumerable<RawRow>> rows, TextBook texts)
{
    // Parts are held in memory while they are changed: a larger workbook is written anew, row by row.
    const long MostUnfolded = 128L << 20;
    const int MostShared = 64 << 20;
    const string ListId = "junhengFindings";

    readonly NoteWords notes = new(texts);
    readonly Dictionary<string, Dictionary<int, IReadOnlyDictionary<int, CellMark>>> marks = new(StringComparer.Ordinal);
    readonly HashSet<string> lists = new(StringComparer.Ordinal);
    int lastRow;

    /// <returns>Whether it could be copied, and if not, what stood in the way.</returns>
    public (bool Written, string Obstacle) TryWrite(string path)
    {
        var copy = path + ".copy";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            if (Unfolded() > MostUnfolded) return (false, "");
            File.Copy(original, copy, overwrite: true);
            using (var document = SpreadsheetDocument.Open(copy, isEditable: true, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostShared })) Mark(document);
            CopyableWorkbook.CallPlain(copy);
            using (var from = File.OpenRead(copy)) AtomicFile.Write(path, to => TimelessArchive.Copy(from, to));
            return (true, "");
        }
        catch (NotCopyableException obstacle)
        {
            return (false, obstacle.Message);
        }
        catch (Exception wrong) when (wrong is OpenXmlPackageException or XmlException or InvalidDataException or IOException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException or KeyNotFoundException or RegexMatchTimeoutException)
        {
            // The reader was content with less than the format asks for.
            return (false, "");
        }
        finally
        {
            File.Delete(copy);
        }
    }

    long Unfolded()
    {
        using var archive = ZipFile.OpenRead(original);
        return archive.Entries.Sum(entry => entry.Length);
    }

    void Mark(SpreadsheetDocument document)
    {
        var gone = CopyableWorkbook.TakeAway(document);
        FindMarks();
        var book = document.WorkbookPart!;
        var before = CustomFacts.Of(document, "kind") == "returned";
        foreach (var sheet in before ? book.Workbook.Sheets!.Elements<X.Sheet>().Where(sheet => lists.Contains(sheet.Name?.Value ?? "")).ToList() : []) TakeOut(book, sheet);
        var sheetStyles = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        sheetStyles.Stylesheet ??= new X.Stylesheet();
        var styles = new MarkedStyles(sheetStyles.Stylesheet, before);
        var shared = SharedFormulas(book);
        var formulas = book.Workbook.Sheets!.Elements<X.Sheet>().ToList().Sum(sheet => book.GetPartById(sheet.Id!) is WorksheetPart part ? Copy(part, sheet.Name!, styles, shared, before) : 0);
        PutList(book, styles, sheetStyles, formulas, gone);
        sheetStyles.Stylesheet.Save();
        book.Workbook.Save();
        CustomFacts.Add(document, new Dictionary<string, string> { ["format"] = "1", ["kind"] = "returned" });
        document.Save();
    }

    void FindMarks()
    {
        var faulty = new FaultyCells(findings);
        foreach (var row in rows())
        {
            lastRow = Math.Max(lastRow, row.Number);
            if (Ingest.Mapping.ReturnedList.IsHeader(row)) lists.Add(row.Sheet);
            if (faulty.In(row) is not { Count: > 0 } here) continue;
            if (!marks.TryGetValue(row.Sheet, out var sheet)) marks[row.Sheet] = sheet = [];
            sheet[row.Number] = here;
        }
    }

    int Copy(WorksheetPart part, string name, MarkedStyles styles, HashSet<int> shared, bool before)
    {
        var here = marks.GetValueOrDefault(name) ?? [];
        var words = here.OrderBy(row => row.Key).SelectMany(row => row.Value.OrderBy(cell => cell.Key).Select(cell => notes.Of(cell.Key, row.Key, cell.Value))).OfType<CellComment>().ToList();
        var boxes = words.Count > 0 || before ? MarkedComments.Add(part, words) : null;
        var sheet = new MarkedSheet(here, styles, shared, boxes);
        using var copied = new MemoryStream();
        using (var from = part.GetStream(FileMode.Open, FileAccess.Read)) sheet.Copy(from, copied);
        copied.Position = 0;
        part.FeedData(copied);
        return sheet.Formulas;
    }

    // A text such as «=1+1» is one in its cell, and becomes a formula as soon as somebody edits it.
    static HashSet<int> SharedFormulas(WorkbookPart book)
    {
        var found = new HashSet<int>();
        if (book.SharedStringTablePart is not { } part) return found;
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        for (var index = 0; reader.ReadToFollowing("si", MarkedSheet.Main); index++)
        {
            using var one = reader.ReadSubtree();
            if (one.ReadToDescendant("t", MarkedSheet.Main) && Cell.Of(one.ReadElementContentAsString()).LooksLikeFormula) found.Add(index);
        }

        return found;
    }

    void PutList(WorkbookPart book, MarkedStyles styles, WorkbookStylesPart sheetStyles, int formulas, IReadOnlyList<string> gone)
    {
        var sheets = book.Workbook.Sheets!;
        var names = sheets.Elements<X.Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
        var table = new StyleTable(styles.Count);
        var part = book.AddNewPart<WorksheetPart>(ListId);
        using var sheet = new SheetWriter(part, SheetNames.Fit(texts["returned.sheet"], names), FindingSheet.Layout, table);
        new FindingSheet(file.Name, findings, texts).Write(sheet, names.ToDictionary(name => name, name => name, StringComparer.Ordinal), lastRow, Remark(formulas, gone));
        sheet.Complete();
        table.AddTo(sheetStyles.Stylesheet);
        foreach (var name in book.Workbook.DefinedNames?.Elements<X.DefinedName>().Where(name => name.LocalSheetId is not null) ?? []) name.LocalSheetId = name.LocalSheetId! + 1;
        sheets.PrependChild(new X.Sheet { Name = sheet.Name, SheetId = sheets.Elements<X.Sheet>().Max(one => one.SheetId?.Value ?? 0) + 1, Id = ListId });
        book.Workbook.DefinedNames ??= new X.DefinedNames();
        foreach (var name in WorkbookWriter.NamesOf(sheet, 0).Reverse()) book.Workbook.DefinedNames.PrependChild(name);
        foreach (var view in book.Workbook.BookViews?.Elements<X.WorkbookView>() ?? []) (view.ActiveTab, view.FirstSheet) = (0, 0);
    }

    string Remark(int formulas, IReadOnlyList<string> gone)
    {
        var said = new List<string> { texts["returned.copied"] };
        if (formulas > 0) said.Add(texts["returned.formulas", ("count", formulas)]);
        if (gone.Count > 0) said.Add(texts["returned.gone", ("what", string.Join(texts["returned.and"], gone.Select(key => texts[key])))]);
        return string.Join(' ', said);
    }

    static void TakeOut(WorkbookPart book, X.Sheet sheet)
    {
        var index = (uint)book.Workbook.Sheets!.Elements<X.Sheet>().ToList().IndexOf(sheet);
        foreach (var name in book.Workbook.DefinedNames?.Elements<X.DefinedName>().Where(name => name.LocalSheetId?.Value >= index).ToList() ?? [])
        {
            if (name.LocalSheetId! == index) name.Remove();
            else name.LocalSheetId = name.LocalSheetId! - 1;
        }

        book.DeletePart(sheet.Id!);
        sheet.Remove();
    }
}
