using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Returning;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Ingest.Readers;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Publishing.Returning;

/// <summary>A county's workbook comes back as it was, but for the marks.</summary>
public sealed class MarkedCopyTests : IDisposable
{
    const string Stages = "2024/stages.xlsx";

    readonly SmallSource source = new();

    public MarkedCopyTests()
    {
        source.Replace(SmallSource.Yaml, "{year}/stages.csv", "{year}/stages.xlsx");
        // The list of findings is read like any sheet of this name, were it not known for what it is.
        source.Replace(SmallSource.Map, "  stage:\n    - years: 2020-2024\n", "  stage:\n    - years: 2020-2024\n      sheets: [学段表, 问题*]\n");
        File.Delete(source.PathOf(SmallSource.Stages));
    }

    static List<string[]> Sound =>
    [
        ["001", "小学", "900", "20", "60", "50", "5", "10", "8", "8", "8"],
        ["002", "初中", "600", "15", "50", "40", "8", "9", "6", "6", "6"],
        ["003", "小学", "300", "10", "20", "18", "1", "4", "3", "3", "3"],
        ["003", "初中", "200", "6", "18", "14", "3", "3", "2", "2", "2"],
    ];

    string Folder => Path.Combine(source.Root, "returned");

    public void Dispose() => source.Dispose();

    [Fact]
    public void Write_SoundWorkbook_HasNothingToSendBack()
    {
        source.Write(Stages, CountyWorkbook.Bytes(Sound));

        Assert.Empty(Returned(out var findings));
        Assert.False(findings.HasErrors, Told.Codes(findings));
    }

    [Fact]
    public void Write_FaultyWorkbook_IsTheCountysOwnWithEachFaultMarked()
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百"), (1, 4, "-50"), (2, 1, "小校"))));
        var filed = Look(source.PathOf(Stages));

        var path = Assert.Single(Returned(out _));

        WrittenWorkbook.IsValid(path);
        var copy = Look(path);
        Assert.Equal(["问题清单", CountyWorkbook.Sheet, "说明"], WrittenWorkbook.Read(path).Select(sheet => sheet.Sheet));
        Assert.Equal(WrittenWorkbook.Read(source.PathOf(Stages))[0].Rows, WrittenWorkbook.Read(path)[1].Rows);
        Assert.Equal((filed.Merges, filed.Columns, filed.Pane, filed.Validations, filed.Rules), (copy.Merges, copy.Columns, copy.Pane, copy.Validations, copy.Rules));
        Assert.Equal(["B6", "C4", "E5"], copy.Grounds.Where(cell => cell.Value == "FFFFC7CE").Select(cell => cell.Key).Order(StringComparer.Ordinal));
        // Ground and nothing else: the marked number keeps its format, an unmarked one its very style.
        Assert.Equal(filed.Numbers["E5"], copy.Numbers["E5"]);
        Assert.Equal(filed.Styles["E6"], copy.Styles["E6"]);
        Assert.Equal("FFE2EFDA", copy.Grounds["A2"]);
        Assert.Equal(["B6", "C4", "E5"], copy.Notes.Select(note => note.Cell).Order(StringComparer.Ordinal));
        Assert.Contains("CELL-NOT-NUMBER", copy.Notes.Single(note => note.Cell == "C4").Words, StringComparison.Ordinal);
        Assert.StartsWith(CountyWorkbook.Note, copy.Notes.Single(note => note.Cell == "C4").Words, StringComparison.Ordinal);
        Assert.Equal(3, copy.Boxes);
    }

    [Fact]
    public void Write_FormulaAndAddress_AreValuesAndSaidOnTheList()
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百"))));

        var path = Assert.Single(Returned(out _));

        var copy = Look(path);
        Assert.Equal((0, 0), (copy.Formulas, copy.Links));
        Assert.Contains("M1", copy.Quoted);
        var list = WrittenWorkbook.Read(path)[0].Rows;
        Assert.Equal("后面的工作表就是所报的工作簿，版式未动。 1 个公式已换成保存时的结果。 已去掉：指向工作簿之外的地址。", list[3][0]);
        Assert.Contains(list, row => row.Length > 5 && row[1] == "CELL-NOT-NUMBER" && row[2] == CountyWorkbook.Sheet && row[3] == "C4" && row[4] == "九百");
    }

    [Theory]
    [InlineData("macros", "宏")]
    [InlineData("links", "指向其他工作簿的链接")]
    public void Write_WhatRunsOrLeadsOut_IsTakenOutAndSaid(string extra, string what)
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百")), extra));

        var path = Assert.Single(Returned(out _));

        WrittenWorkbook.IsValid(path);
        using (var document = SpreadsheetDocument.Open(path, false))
        {
            var book = document.WorkbookPart!;
            Assert.Null(book.VbaProjectPart);
            Assert.Empty(book.ExternalWorkbookParts);
            Assert.Equal(SpreadsheetDocumentType.Workbook, document.DocumentType);
            Assert.DoesNotContain("other", book.Workbook.DefinedNames!.Elements<DefinedName>().Select(name => name.Name!.Value));
        }

        Assert.Contains(what, WrittenWorkbook.Read(path)[0].Rows[3][0], StringComparison.Ordinal);
        Assert.Equal("A1:K1 A2:A3 B2:B3", Look(path).Merges);
    }

    [Fact]
    public void Write_WorkbookWithPartsNotPassedOn_IsWrittenAnewMergedAndAsWide()
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百")), "pivot"));

        var path = Assert.Single(Returned(out _));

        WrittenWorkbook.IsValid(path);
        Assert.Contains("/xl/pivotCache/pivotCacheDefinition1.xml", WrittenWorkbook.Read(path)[0].Rows[3][0], StringComparison.Ordinal);
        var copy = Look(path);
        Assert.Equal("A1:K1 A2:A3 B2:B3", copy.Merges);
        Assert.StartsWith("17.5 9.25", copy.Columns, StringComparison.Ordinal);
        Assert.Equal("FFFFC7CE", copy.Grounds["C4"]);
    }

    [Fact]
    public void Write_OldWorkbook_KeepsSheetsMergesAndTexts()
    {
        source.Replace(SmallSource.Yaml, "{year}/stages.xlsx", "{year}/stages.xls");
        object[][] rows = [["学段表"], [.. CountyWorkbook.Header], .. With((0, 2, "九百")).Select(row => row.Select(object (cell) => cell).ToArray())];
        source.Write("2024/stages.xls", TinyXls.Workbook(CountyWorkbook.Sheet, rows, (0, 0, 0, 10)));

        var path = Assert.Single(Returned(out _));

        WrittenWorkbook.IsValid(path);
        var copy = Look(path);
        Assert.Equal(("A1:K1", "FFFFC7CE"), (copy.Merges, copy.Grounds["C3"]));
        Assert.Equal("九百", WrittenWorkbook.Read(path)[1].Rows[2][2]);
        Assert.Equal([CountyWorkbook.Sheet], WrittenWorkbook.Read(path).Skip(1).Select(sheet => sheet.Sheet));
    }

    [Fact]
    public void Write_MendedInTheCopyAndFiledAgain_IsSoundAndTheListIsNotRead()
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百"))));
        Mend(Assert.Single(Returned(out _)), "C4", "900");

        Assert.Empty(Returned(out var findings));
        Assert.False(findings.HasErrors, Told.Codes(findings));
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Warning);
    }

    [Fact]
    public void Write_FaultyAgain_CarriesTheNewMarksOnly()
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百"), (1, 4, "-50"))));
        Mend(Assert.Single(Returned(out _)), "E5", "50");

        var path = Assert.Single(Returned(out _));

        WrittenWorkbook.IsValid(path);
        Assert.Equal(["问题清单", CountyWorkbook.Sheet, "说明"], WrittenWorkbook.Read(path).Select(sheet => sheet.Sheet));
        var copy = Look(path);
        Assert.Equal("FFFFC7CE", copy.Grounds["C4"]);
        Assert.DoesNotContain("E5", copy.Grounds.Keys);
        var note = Assert.Single(copy.Notes);
        Assert.Equal(("C4", 1), (note.Cell, copy.Boxes));
        Assert.Equal(1, note.Words.Split("CELL-NOT-NUMBER").Length - 1);
    }

    // Forms as an office published them: whatever its program wrote into them stays valid.
    [SharedFact("data/messy/cn_school_form.xlsx")]
    public void Write_PublishedForms_AreCopiedCellForCellAndStayValid() =>
        Assert.All(new[] { "cn_school_form.xlsx", "cn_indicator_formulas.xlsx", "cn_youzhijunheng_forms_I-VI.xlsx" }, name =>
        {
            var original = Path.Combine(SharedData.Find()!, "data/messy", name);
            var (rows, _) = ReadFile.At(original, name);
            var faults = rows.GroupBy(row => row.Sheet).Select(sheet => sheet.First(row => !row.IsBlank)).Select(row => Finding.Error("CELL-NOT-NUMBER", new Place(name, row.Sheet, row.Number, "B"), "")).ToList();
            var path = Path.Combine(source.Root, name);

            var (written, obstacle) = new MarkedCopy(new FiledFile(name, original, [], null, "", "", 0), original, faults, () => rows, TextBook.In(Language.Zh)).TryWrite(path);

            Assert.True(written, obstacle);
            Assert.Equal(ErrorsOf(original), ErrorsOf(path));
            Assert.Equal(rows.Select(ReadFile.Joined), ReadFile.At(path, name).Rows.Where(row => row.Sheet != "问题清单").Select(ReadFile.Joined));
            using var document = SpreadsheetDocument.Open(path, false);
            Assert.Equal(faults.Count, document.WorkbookPart!.WorksheetParts.Count(part => part.WorksheetCommentsPart is not null));
        });

    static List<string> ErrorsOf(string path)
    {
        using var document = SpreadsheetDocument.Open(path, false);
        return new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => error.Description).Order(StringComparer.Ordinal).ToList();
    }

    [Fact]
    public void Write_Twice_SameBytes()
    {
        source.Write(Stages, CountyWorkbook.Bytes(With((0, 2, "九百"))));
        var first = File.ReadAllBytes(Assert.Single(Returned(out _)));

        Assert.Equal(first, File.ReadAllBytes(Assert.Single(Returned(out _))));
    }

    static List<string[]> With(params (int Row, int Column, string Text)[] faults)
    {
        var rows = Sound;
        foreach (var (row, column, text) in faults) rows[row][column] = text;
        return rows;
    }

    IReadOnlyList<string> Returned(out FindingList findings)
    {
        findings = source.Ingest().Findings;
        var definition = Definition.Read(source.Folder, new Dictionary<string, string>(), null, new FindingList())!;
        using var cells = KeptCells.Open(new WarehouseFolder(source.Warehouse));
        return ReturnedFiles.Write(Folder, definition.Files, findings, cells, TextBook.In(Language.Zh), CancellationToken.None);
    }

    // As whoever got it back would: types into the cell, saves, files it under the old name.
    void Mend(string returned, string address, string number)
    {
        File.Copy(returned, source.PathOf(Stages), overwrite: true);
        using var document = SpreadsheetDocument.Open(source.PathOf(Stages), isEditable: true);
        var sheet = TableOf(document).Worksheet;
        var cell = sheet.Descendants<Cell>().Single(one => one.CellReference == address);
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(new CellValue(number));
        sheet.Save();
    }

    static WorksheetPart TableOf(SpreadsheetDocument document) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == CountyWorkbook.Sheet).Id!);

    static Appearance Look(string path)
    {
        using var document = SpreadsheetDocument.Open(path, false);
        var part = TableOf(document);
        var sheet = part.Worksheet;
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var formats = sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => (CellFormat)styles.CellFormats!.ElementAt((int)(cell.StyleIndex?.Value ?? 0)));
        using var boxes = part.VmlDrawingParts.Select(one => new StreamReader(one.GetStream())).FirstOrDefault() ?? StreamReader.Null;
        return new Appearance(
            string.Join(' ', sheet.Descendants<MergeCell>().Select(one => one.Reference!.Value)),
            string.Join(' ', sheet.Descendants<Column>().Select(one => one.Width!.InnerText)),
            sheet.Descendants<Pane>().FirstOrDefault()?.OuterXml,
            sheet.Descendants<DataValidation>().FirstOrDefault()?.OuterXml,
            sheet.Descendants<ConditionalFormatting>().FirstOrDefault()?.OuterXml,
            sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.StyleIndex?.Value ?? 0),
            formats.ToDictionary(cell => cell.Key, cell => cell.Value.NumberFormatId?.Value ?? 0),
            formats.Select(cell => (cell.Key, Ground: ((Fill)styles.Fills!.ElementAt((int)cell.Value.FillId!.Value)).PatternFill?.ForegroundColor?.Rgb?.Value)).Where(cell => cell.Ground is not null).ToDictionary(cell => cell.Key, cell => cell.Ground!),
            formats.Where(cell => cell.Value.QuotePrefix?.Value == true).Select(cell => cell.Key).ToList(),
            part.WorksheetCommentsPart?.Comments.Descendants<Comment>().Select(comment => (comment.Reference!.Value!, comment.InnerText)).ToList() ?? [],
            sheet.Descendants<CellFormula>().Count(),
            sheet.Descendants<Hyperlink>().Count(),
            boxes.ReadToEnd().Split("</v:shape>").Length - 1);
    }

    sealed record Appearance(
        string Merges, string Columns, string? Pane, string? Validations, string? Rules, Dictionary<string, uint> Styles, Dictionary<string, uint> Numbers, Dictionary<string, string> Grounds,
        List<string> Quoted, List<(string Cell, string Words)> Notes, int Formulas, int Links, int Boxes);
}
