using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Returning;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Publishing.Returning;

public sealed class ReturnedFilesTests : IDisposable
{
    readonly SmallSource source = new();

    string Folder => Path.Combine(source.Root, "returned");

    public void Dispose() => source.Dispose();

    [Fact]
    public void Write_FaultyCells_AreMarkedWhereTheyStandAndTheRestIsAsFiled()
    {
        source.Replace(SmallSource.Stages, "001,小学,900,20,60", "001,小学,=9+0,20,-60");

        var path = Assert.Single(Returned(Language.En));

        Assert.Equal(Path.Combine(Folder, "2024/stages.csv.xlsx"), path);
        WrittenWorkbook.IsValid(path);
        var sheets = WrittenWorkbook.Read(path);
        Assert.Equal(["Findings", "stages"], sheets.Select(sheet => sheet.Sheet));
        Assert.Equal(Filed(SmallSource.Stages), sheets[1].Rows);
        Assert.Equal(["C2", "E2"], Comments(path).Select(comment => comment.Cell));
        Assert.All(Comments(path), comment => Assert.Contains("To mend:", comment.Words, StringComparison.Ordinal));
        Assert.Contains("CELL-NOT-NUMBER", Comments(path)[0].Words, StringComparison.Ordinal);
        Assert.Equal("FFFFC7CE", FillOf(path, "C2"));
        Assert.Equal("FFFFC7CE", FillOf(path, "E2"));
        Assert.Null(FillOf(path, "D2"));
    }

    [Fact]
    public void Write_ListOfFindings_LeadsToTheCells()
    {
        source.Replace(SmallSource.Stages, "001,小学,900", "001,小学,九百");

        var path = Assert.Single(Returned(Language.Zh));

        var list = WrittenWorkbook.Read(path)[0];
        Assert.Equal("问题清单", list.Sheet);
        Assert.Contains(list.Rows, row => row.Length > 5 && row[0] == "错误" && row[1] == "CELL-NOT-NUMBER" && row[3] == "C2" && row[4] == "九百");
        using var document = SpreadsheetDocument.Open(path, false);
        Assert.Contains("'stages'!C2", First(document, 0).Worksheet.Descendants<Hyperlink>().Select(link => link.Location!.Value));
    }

    [Fact]
    public void Write_WholeRowAtFault_MarksEveryFilledCellAndCommentsTheFirst()
    {
        source.Append(SmallSource.Facilities, "003,1,0,1,1,1\n");

        var path = Assert.Single(Returned(Language.En));

        Assert.Equal("A5", Assert.Single(Comments(path)).Cell);
        Assert.All(new[] { "A5", "B5", "F5" }, cell => Assert.Equal("FFFFC7CE", FillOf(path, cell)));
        Assert.Null(FillOf(path, "A4"));
    }

    [Fact]
    public void Write_FileNobodyCanRead_GoesBackWithTheListAlone()
    {
        source.Write(SmallSource.Stages, [0x50, 0x4B, 3, 4, 0, 0]);

        var path = Returned(Language.En).Single(one => one.EndsWith("stages.csv.xlsx", StringComparison.Ordinal));

        WrittenWorkbook.IsValid(path);
        Assert.Equal("Findings", Assert.Single(WrittenWorkbook.Read(path)).Sheet);
    }

    [Fact]
    public void Write_OnceMended_TakesTheOldCopyAway()
    {
        source.Replace(SmallSource.Stages, "001,小学,900", "001,小学,九百");
        Assert.Single(Returned(Language.En));
        source.Replace(SmallSource.Stages, "九百", "900");

        Assert.Empty(Returned(Language.En));
        Assert.Empty(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Write_OriginalGone_IsWrittenFromWhatIsKept()
    {
        source.Replace(SmallSource.Stages, "001,小学,900", "001,小学,九百");
        var (definition, findings) = Ingested();
        var filed = Filed(SmallSource.Stages);
        File.Delete(source.PathOf(SmallSource.Stages));

        Assert.Equal(filed, WrittenWorkbook.Read(Assert.Single(Write(definition, findings, Language.En)))[1].Rows);
    }

    [Fact]
    public void Write_Workbook_KeepsItsSheetsInTheirOrderAndMarksTheRightOne()
    {
        var path = Path.Combine(source.Root, "book.xlsx");
        RawRow[] rows = [new("乙", 1, ["代码", "人数"]), new("乙", 2, ["001", "5"]), new("甲", 1, ["代码", "人数"]), new("甲", 3, ["001", "五"])];
        var file = new FiledFile("book.xlsx", path, [], 2024, "utf-8", "", 0);
        var fault = Finding.Error("CELL-NOT-NUMBER", new Place(file.Name, "甲", 3, "B 人数"), "五");

        new ReturnedWorkbook(file, [fault], () => rows, WorkbookShapes.None, TextBook.In(Language.Zh)).Write(path);

        WrittenWorkbook.IsValid(path);
        var sheets = WrittenWorkbook.Read(path);
        Assert.Equal(["问题清单", "乙", "甲"], sheets.Select(sheet => sheet.Sheet));
        Assert.Equal([["代码", "人数"], [], ["001", "五"]], sheets[2].Rows);
        using var document = SpreadsheetDocument.Open(path, false);
        Assert.Null(First(document, 1).WorksheetCommentsPart);
        Assert.Equal("B3", Assert.Single(First(document, 2).WorksheetCommentsPart!.Comments.Descendants<Comment>()).Reference!.Value);
    }

    IReadOnlyList<string> Returned(Language language)
    {
        var (definition, findings) = Ingested();
        return Write(definition, findings, language);
    }

    (Definition Definition, FindingList Findings) Ingested()
    {
        var definition = Definition.Read(source.Folder, new Dictionary<string, string>(), null, new FindingList())!;
        return (definition, source.Ingest().Findings);
    }

    IReadOnlyList<string> Write(Definition definition, FindingList findings, Language language)
    {
        using var cells = KeptCells.Open(new WarehouseFolder(source.Warehouse));
        return ReturnedFiles.Write(Folder, definition.Files, findings, cells, TextBook.In(language), CancellationToken.None);
    }

    List<string[]> Filed(string name) => source.Read(name).TrimEnd('\n').Split('\n')
        .Select(line => line.Split(',').Reverse().SkipWhile(text => text.Length == 0).Reverse().ToArray()).ToList();

    static List<(string Cell, string Words)> Comments(string path)
    {
        using var document = SpreadsheetDocument.Open(path, false);
        return First(document, 1).WorksheetCommentsPart!.Comments.Descendants<Comment>().Select(comment => (comment.Reference!.Value!, comment.InnerText)).ToList();
    }

    static string? FillOf(string path, string address)
    {
        using var document = SpreadsheetDocument.Open(path, false);
        var cell = First(document, 1).Worksheet.Descendants<Cell>().Single(one => one.CellReference == address);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = (CellFormat)styles.CellFormats!.ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        return ((Fill)styles.Fills!.ElementAt((int)format.FillId!.Value)).PatternFill!.ForegroundColor?.Rgb?.Value;
    }

    static WorksheetPart First(SpreadsheetDocument document, int sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!);
}
