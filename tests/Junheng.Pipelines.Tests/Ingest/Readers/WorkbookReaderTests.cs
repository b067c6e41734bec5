using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

public sealed class WorkbookReaderTests
{
    [Theory]
    [InlineData("0.10000000000000001", 0, "0.1")]
    [InlineData("0.30000000000000004", 0, "0.3")]
    [InlineData("1130000000", 0, "1130000000")]
    [InlineData("330282000000", 0, "330282000000")]
    [InlineData("1.0E-5", 0, "0.00001")]
    [InlineData("-1", 0, "-1")]
    [InlineData("0.95", 1, "95%")]
    [InlineData("0.9555", 1, "95.55%")]
    [InlineData("45536", 2, "2024-09-01")]
    [InlineData("45536", 5, "2024-09-01")]
    [InlineData("1234", 3, "001234")]
    public void Read_Number_IsWhatOneWouldType(string stored, int style, string text)
    {
        var (rows, findings) = ReadFile.Of("a.xlsx", new TinyWorkbook().Sheet("示例", $"<row r=\"1\">{TinyWorkbook.Number("A1", stored, style)}</row>").Bytes());

        Assert.Empty(findings);
        Assert.Equal(text, Assert.Single(Assert.Single(rows).Cells));
    }

    [Fact]
    public void Read_BooleanTextAndEscapedReturn_AreText()
    {
        var cells = "<c r=\"A1\" t=\"b\"><v>1</v></c>" + TinyWorkbook.Cell("B1", "０１２ ") + TinyWorkbook.Cell("C1", "占地面积_x000D_\n（平方米）");

        var (rows, _) = ReadFile.Of("a.xlsx", new TinyWorkbook().Sheet("示例", $"<row r=\"1\">{cells}</row>").Bytes());

        Assert.Equal(["TRUE", "０１２ ", "占地面积\n（平方米）"], rows[0].Cells.Select(cell => cell.Replace("\r", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_MergedHeader_KeepsTheCellEmptyAndKnowsWhatCoversIt()
    {
        var (rows, _) = ReadFile.Of("a.xlsx", Header().Bytes());

        Assert.Equal("学校|专任教师", ReadFile.Joined(rows[0]));
        Assert.Equal("|计|本科", ReadFile.Joined(rows[1]));
        Assert.Equal([(2, "专任教师")], rows[0].Covered!.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([(0, "学校")], rows[1].Covered!.Select(pair => (pair.Key, pair.Value)));
        Assert.Null(rows[2].Covered);
        Assert.Equal("学校", rows[1].Seen(0));
        Assert.Equal("", rows[2].Seen(7));
    }

    [Fact]
    public void Read_Xls_IsReadTheSame()
    {
        var xls = TinyXls.Workbook("示例", [["学校", "专任教师"], [null, "计", "本科"], ["一小", 60.0, 0.1]], (0, 1, 0, 0), (0, 0, 1, 2));

        var (old, findings) = ReadFile.Of("a.xls", xls);
        var (now, _) = ReadFile.Of("a.xlsx", Header().Bytes());

        Assert.Empty(findings);
        Assert.Equal(now.Select(ReadFile.Joined), old.Select(ReadFile.Joined));
        Assert.Equal(now[1].Covered!, old[1].Covered!);
        Assert.Equal("示例", old[0].Sheet);
    }

    [Fact]
    public void Read_ErrorCells_AreWhatAPersonSees()
    {
        const string Rows = """
            <row r="2"><c r="A2"><v>1</v></c><c r="C2" t="e"><f>A2/0</f><v>#DIV/0!</v></c></row>
            <row r="5"><c t="e"><v>#REF!</v></c><c t="e"/><c><v>7</v></c></row>
            """;

        var (rows, findings) = ReadFile.Of("a.xlsx", new TinyWorkbook().Sheet("好", TinyWorkbook.Row(1, "甲", "乙")).Sheet("坏", Rows).Sheet("又", "<row r=\"1\"><c r=\"B1\" t='e'><v>#N/A</v></c></row>").Bytes());

        Assert.Empty(findings);
        Assert.Equal(["好 1 甲|乙", "坏 1 ", "坏 2 1||#DIV/0!", "坏 3 ", "坏 4 ", "坏 5 #REF!|#NULL!|7", "又 1 |#N/A"], rows.Select(row => FormattableString.Invariant($"{row.Sheet} {row.Number} {ReadFile.Joined(row)}")));
    }

    [Fact]
    public void Read_ErrorCellsOfAnXls_AreWhatAPersonSees()
    {
        var xls = TinyXls.Workbook("示例", [["学校", "教师"], ["一小", (byte)0x07], ["二小", new TinyXls.FormulaError(0x2A)], ["三小", 60.0]]);

        var (rows, findings) = ReadFile.Of("a.xls", xls);

        Assert.Empty(findings);
        Assert.Equal(["学校|教师", "一小|#DIV/0!", "二小|#N/A", "三小|60"], rows.Select(ReadFile.Joined));
    }

    [Fact]
    public void Read_BlankTails_AreDropped_GapsStay()
    {
        var rows = TinyWorkbook.Row(2, "甲") + TinyWorkbook.Row(4, "乙") + "<row r=\"9\"><c r=\"Z9\" s=\"1\"/></row>";

        var (read, _) = ReadFile.Of("a.xlsx", new TinyWorkbook().Sheet("示例", rows).Bytes());

        Assert.Equal([(1, ""), (2, "甲"), (3, ""), (4, "乙")], read.Select(row => (row.Number, ReadFile.Joined(row))));
    }

    [Fact]
    public void Read_HiddenSheet_IsReadAndSaid()
    {
        var bytes = new TinyWorkbook().Sheet("看得见", TinyWorkbook.Row(1, "甲")).Sheet("藏着", TinyWorkbook.Row(1, "乙"), state: "hidden").Bytes();

        var (rows, findings) = ReadFile.Of("a.xlsx", bytes);

        Assert.Equal(["看得见", "藏着"], rows.Select(row => row.Sheet));
        Assert.Equal((Severity.Note, "藏着"), (Told.Once(findings, "FILE-SHEET-HIDDEN").Severity, findings[0].Place.Sheet));
    }

    [Fact]
    public void Read_BeyondABound_IsOneFinding()
    {
        var rows = TinyWorkbook.Row(1, "甲", "乙", "丙") + TinyWorkbook.Row(5, "丁");
        var book = new TinyWorkbook().Sheet("一", rows).Sheet("二", rows).Bytes();

        foreach (var (bounds, code) in new (ReadingBounds, string)[]
        {
            (new() { Rows = 4 }, "FILE-TOO-MANY-ROWS"), (new() { Columns = 2 }, "FILE-TOO-MANY-COLUMNS"), (new() { Sheets = 1 }, "FILE-TOO-MANY-SHEETS"),
            (new() { CharactersInACell = 0 }, "FILE-CELL-TOO-LONG"), (new() { ArchiveEntries = 2 }, "FILE-TOO-MANY-ENTRIES"), (new() { WorkbookBytes = 9 }, "FILE-TOO-BIG"),
            (new() { WorkbookBytesUnfolded = 500 }, "FILE-UNFOLDS-TOO-FAR"),
        })
        {
            var (_, findings) = ReadFile.Of("a.xlsx", book, reader: new WorkbookReader(bounds));
            Assert.Equal(code, Assert.Single(findings).Code);
            Told.InBothLanguages(findings[0]);
        }
    }

    static TinyWorkbook Header() => new TinyWorkbook().Sheet(
        "示例", TinyWorkbook.Row(1, "学校", "专任教师") + TinyWorkbook.Row(2, "", "计", "本科") + $"<row r=\"3\">{TinyWorkbook.Cell("A3", "一小")}{TinyWorkbook.Number("B3", "60")}{TinyWorkbook.Number("C3", "0.1")}</row>", "A1:A2 B1:C1");
}
