using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Inspecting;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Inspecting;

/// <summary>The sheet for a school goes out with what was filed and comes back with what was found.</summary>
public sealed class InspectionSheetTests(InspectionSheetTests.Reviewed reviewed) : IClassFixture<InspectionSheetTests.Reviewed>
{
    [Fact]
    public void Sample_IsSpreadAndDecidedBySeed()
    {
        Assert.Equal(reviewed.Drawn(2, 1), reviewed.Drawn(2, 1));
        Assert.Equal([1, 2, 3], Enumerable.Range(1, 3).Select(count => reviewed.Drawn(count, 7).Count));
        Assert.True(Enumerable.Range(1, 20).Select(seed => reviewed.Drawn(1, (ulong)seed)[0]).Distinct().Count() > 1);
    }

    [Fact]
    public void Sheet_HasWhatWasFiledAndBlanksForWhatIsFound()
    {
        WrittenWorkbook.IsValid(reviewed.Sheet);
        var rows = Assert.Single(WrittenWorkbook.Read(reviewed.Sheet)).Rows;
        var equipment = Assert.Single(rows, row => row.Contains("equipment_value"));

        Assert.Equal([.. InspectionSheet.Form.Headers, "这是什么", "单位", "看什么（用到它的指标，本校现状）", "现场说明"], rows[FilingForm.HeaderRow - 1]);
        Assert.Equal(["2024", "001", "", "equipment_value", "2505000", "", "", "", "教学仪器设备资产值", "元"], equipment[..10]);
        Assert.Contains("06", equipment[10], StringComparison.Ordinal);
        Assert.Equal("pupils", rows[FilingForm.HeaderRow][3]);
    }

    // One number is found to be another, one is confirmed, the rest were not looked at.
    [Fact]
    public void Filled_ComesBackAsSiteChecks()
    {
        using var source = new SmallSource();
        var filled = source.PathOf("inspection/2024-001.xlsx");
        Directory.CreateDirectory(Path.GetDirectoryName(filled)!);
        File.Copy(reviewed.Sheet, filled);
        Fill(filled, "equipment_value", 2_400_000);
        Fill(filled, "sports_ground_area", null);
        var layout = string.Join('\n', InspectionSheet.MapText.Split('\n').Where(line => !line.StartsWith('#')).Select(line => "  " + line));
        source.Append(SmallSource.Map, layout);
        source.Append(SmallSource.Yaml, "  - {files: \"inspection/*.xlsx\", datasets: [site_check]}\n");

        var outcome = source.Build();

        Assert.Empty(outcome.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value}"));
        Assert.Equal([["2400000", "site_check"]], outcome.Query(source, "select cast(cast(amount as bigint) as varchar), standing from filed_quantity where school_code = '001' and field = 'equipment_value'").Rows);
        Assert.Equal([["equipment_value", 2505000m, 2400000m], ["sports_ground_area", reviewed.FiledGround, null]],
            outcome.Query(source, "select field, cast(filed as decimal(18, 0)), cast(found as decimal(18, 0)) from filed_site_check order by field").Rows);
    }

    static void Fill(string path, string field, decimal? found)
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: true);
        var row = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Single(row => row.InnerText.Contains(field, StringComparison.Ordinal));
        if (found is { } number) Set("F", number.ToString(CultureInfo.InvariantCulture), CellValues.Number);
        Set("G", "市核查组", CellValues.String);
        Set("H", "2024-11-20", CellValues.String);

        void Set(string column, string value, CellValues type)
        {
            var cell = row.Elements<Cell>().Single(cell => cell.CellReference!.Value == column + row.RowIndex);
            cell.RemoveAllChildren();
            (cell.CellValue, cell.DataType) = (new CellValue(value), type);
        }
    }

    public sealed class Reviewed : IDisposable
    {
        readonly SmallSource source = new();
        readonly SnapshotReader reader;

        public Reviewed()
        {
            var outcome = source.Build();
            reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "review")));
            var folder = Path.Combine(source.Root, "sheets");
            InspectionFolder.Write(reader, folder, 2024, Schools(3, 1), TextBook.In(Language.Zh), chinese: true, CancellationToken.None);
            Sheet = Path.Combine(folder, "2024-001.xlsx");
            FiledGround = (decimal)reader.Query("select cast(amount as decimal(18, 0)) from filed_quantity where school_code = '001' and field = 'sports_ground_area'", CancellationToken.None).Rows[0][0]!;
        }

        internal string Sheet { get; }

        internal decimal FiledGround { get; }

        internal List<string> Drawn(int count, ulong seed) => [.. Schools(count, seed).Rows.Select(row => (string)row[2]!)];

        RowSet Schools(int count, ulong seed) => ReviewSample.Of(reader, 2024, "990101", count, seed, chinese: true, CancellationToken.None);

        public void Dispose()
        {
            reader.Dispose();
            source.Dispose();
        }
    }
}
