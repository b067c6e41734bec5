using System.IO.Compression;
using Junheng.Pipelines.Publishing.Workbooks;

namespace Junheng.Pipelines.Tests.Publishing.Workbooks;

public sealed class WorkbookWriterTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Write_EverythingItCan_IsValid()
    {
        var path = Written("all.xlsx", Everything);

        WrittenWorkbook.IsValid(path);
        var sheets = WrittenWorkbook.Read(path);
        Assert.Equal(["第一张", "Second"], sheets.Select(sheet => sheet.Sheet));
        Assert.Equal([["题目"], ["代码", "人数"], ["007", "12.5"], [], ["", "3"]], sheets[0].Rows);
    }

    [Fact]
    public void Write_SameCallsLater_GivesTheSameBytes()
    {
        var one = File.ReadAllBytes(Written("one.xlsx", Everything));
        // Archives keep even seconds: without care the second one would differ.
        Thread.Sleep(2100);

        Assert.Equal(one, File.ReadAllBytes(Written("other.xlsx", Everything)));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("=HYPERLINK(\"http://example.invalid\",\"x\")")]
    public void Write_TextLikeAFormula_StaysThatTextAndIsMarked(string text)
    {
        var path = Written("formula.xlsx", book => book.Sheet("S", SheetLayout.OfWidths(), sheet => sheet.Row([Cell.Of(text)])));

        WrittenWorkbook.IsValid(path);
        Assert.Equal(text, WrittenWorkbook.Read(path)[0].Rows[0][0]);
        Assert.DoesNotContain("<x:f>", Part(path, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("s=\"1\"", Part(path, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("quotePrefix=\"1\"", Part(path, "xl/styles.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0007b")]
    [InlineData("列_x000D_尾")]
    [InlineData("𠮷野家 😀")]
    [InlineData("  spaces  ")]
    [InlineData("<&>\"'")]
    public void Write_AnyText_ComesBack(string text)
    {
        var path = Written("text.xlsx", book => book.Sheet("S", SheetLayout.OfWidths(), sheet => sheet.Row([Cell.Of(text)])));

        WrittenWorkbook.IsValid(path);
        Assert.Equal(text, WrittenWorkbook.Read(path)[0].Rows[0][0]);
    }

    [Fact]
    public void Write_TextTooLongForACell_IsCutWithAnEllipsis()
    {
        var path = Written("long.xlsx", book => book.Sheet("S", SheetLayout.OfWidths(), sheet => sheet.Row([Cell.Of(new string('长', 40_000))])));

        WrittenWorkbook.IsValid(path);
        var text = WrittenWorkbook.Read(path)[0].Rows[0][0];
        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_NamesNoSpreadsheetTakes_AreMadeFitAndUnlike()
    {
        var names = new List<string>();
        var path = Written("names.xlsx", book =>
        {
            foreach (var name in new[] { "a/b:c*[d]?\\", "ABCD", new string('长', 40), new string('长', 40), "'" })
                names.Add(book.Sheet(name, SheetLayout.OfWidths(), sheet => sheet.Row([Cell.Of("x")])));
        });

        WrittenWorkbook.IsValid(path);
        Assert.Equal(["abcd", "ABCD (2)", new string('长', 31), new string('长', 27) + " (2)", "Sheet"], names);
        Assert.Equal(names, WrittenWorkbook.Read(path).Select(sheet => sheet.Sheet));
    }

    [Fact]
    public void Write_FillThrows_LeavesNoFile()
    {
        var path = Path.Combine(folder.FullName, "none.xlsx");

        Assert.Throws<InvalidOperationException>(() => WorkbookWriter.Write(path, NoFacts, _ => throw new InvalidOperationException()));

        Assert.Empty(folder.EnumerateFiles());
    }

    [Fact]
    public void OneOf_MoreWordsThanADropDownHolds_DoesNotFit() =>
        Assert.False(EntryRule.OneOf.Fits(Enumerable.Repeat("九年一贯制学校", 40).ToList()));

    // «12.» is what a spreadsheet makes of 12 where every decimal is optional.
    [Fact]
    public void NumberFormats_NoneLeavesABarePoint() =>
        Assert.DoesNotContain(".#", Part(Written("formats.xlsx", Everything), "xl/styles.xml"), StringComparison.Ordinal);

    static readonly Dictionary<string, string> NoFacts = [];

    static void Everything(WorkbookWriter book)
    {
        var head = new CellStyle { Bold = true, Fill = "DDEBF7", Bordered = true, Wrapped = true, Centred = true };
        var layout = new SheetLayout([new SheetColumn(12, new CellStyle { Format = NumberFormat.Text }), new SheetColumn(9.5)], FrozenRows: 2, FrozenColumns: 1);
        var first = book.Sheet("第一张", layout, sheet =>
        {
            sheet.Row([Cell.Of("题目", new CellStyle { Size = 14, Italic = true })], height: 30);
            sheet.Merge(new CellRange(1, 1, 2, 1));
            sheet.Row([Cell.Of("代码", head), Cell.Of("人数", head)]);
            sheet.Filter(new CellRange(1, 2, 2, 5));
            sheet.Row([Cell.Of("007"), Cell.Of(12.5m, new CellStyle { Format = NumberFormat.Fraction, Fill = "FFC7CE" })]);
            sheet.RowAt(5, [Cell.Blank(), Cell.Of(3)]);
            sheet.Comment(2, 3, "第一行\n第二行");
            sheet.Comment(1, 3, "另一条");
            sheet.Expect(new EntryRule.OneOf(CellRange.Below(1, 3), ["小学", "初中"], "学段", "选一个", "只能选"));
            sheet.Expect(new EntryRule.Between(CellRange.Below(2, 3), 0, 1_000_000m, true, "人数", new string('提', 300), "0–1000000"));
            sheet.Expect(new EntryRule.Anything(CellRange.Below(3, 3), "备注", "随便"));
        });
        book.Sheet("Second", SheetLayout.OfWidths(20) with { Landscape = false }, sheet =>
        {
            sheet.Row([Cell.Of("B3", new CellStyle { Underlined = true, Colour = "0563C1" })]);
            sheet.Link(1, 1, first, "B3");
        });
    }

    string Written(string name, Action<WorkbookWriter> fill)
    {
        var path = Path.Combine(folder.FullName, name);
        WorkbookWriter.Write(path, new Dictionary<string, string> { ["kind"] = "test", ["format"] = "1" }, fill);
        return path;
    }

    static string Part(string path, string name)
    {
        using var archive = ZipFile.OpenRead(path);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
