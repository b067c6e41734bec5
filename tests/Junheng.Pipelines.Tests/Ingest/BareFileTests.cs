using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Tests.Ingest.Readers;

namespace Junheng.Pipelines.Tests.Ingest;

public sealed class BareFileTests
{
    [Fact]
    public void Read_WideExport_FindsTheHeaderOfThreeLevelsAndTheRecords()
    {
        var rows = TinyWorkbook.Row(1, "小学基本情况（示例数据）") + TinyWorkbook.Row(2, "填报单位：示例县", "", "", "单位：人")
            + TinyWorkbook.Row(3, "学校标识码", "学校名称", "专任教师") + TinyWorkbook.Row(4, "", "", "按学历分", "", "计") + TinyWorkbook.Row(5, "", "", "研究生", "本科")
            + TinyWorkbook.Row(6, "A", "B", "C", "D", "E")
            + TinyWorkbook.Row(7, "0101", "一小", "１２", "*", "60") + TinyWorkbook.Row(8, "102", "二小", "1", "9", "20")
            + TinyWorkbook.Row(9, "合计", "", "13", "9", "80") + TinyWorkbook.Row(10, "注：虚构") + "<row r=\"40\"><c r=\"E40\" s=\"1\"/></row>";
        var bytes = new TinyWorkbook().Sheet("示例", rows, "A1:E1 A3:A5 B3:B5 C3:E3 C4:D4 E4:E5").Bytes();

        var (table, faults) = Look("wide.xlsx", bytes);

        Assert.Equal((3, 5, 2, 1, 1, 1, 10), (table.FirstHeaderRow, table.HeaderRow, table.Records, table.Totals, table.Notes, table.NumberRows, table.Rows));
        Assert.Equal(["学校标识码", "学校名称", "专任教师 > 按学历分 > 研究生", "专任教师 > 按学历分 > 本科", "专任教师 > 计"], table.Columns.Select(column => column.Header));
        Assert.Equal(
            [("LOOK-CODE-SHORT", 8, "102"), ("LOOK-WIDE-DIGITS", 7, "１２"), ("LOOK-MISSING-MARK", 7, "*")],
            faults.Select(fault => (fault.Code, fault.Place.Row, fault.Value)));
        Assert.All(faults, Told.InBothLanguages);
    }

    [Fact]
    public void Read_PlainText_SaysEncodingAndDelimiter()
    {
        var (table, faults) = Look("a.txt", System.Text.Encoding.UTF8.GetBytes("学校\t人数\n一小\t900\n二小\t600\n"));

        Assert.Equal(("utf-8", "tab", 1, 1, 2), (table.Encoding, table.Delimiter, table.FirstHeaderRow, table.HeaderRow, table.Records));
        Assert.Empty(faults);
    }

    static (BareTable Table, List<Finding> Faults) Look(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
            var findings = new FindingList();
            var table = Assert.Single(BareFile.Read(path, findings, CancellationToken.None));
            Assert.Empty(findings);
            return (table, BareFile.Faults(path, table).ToList());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
