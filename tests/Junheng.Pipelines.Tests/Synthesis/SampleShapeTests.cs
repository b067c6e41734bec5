using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Synthesis;
using Junheng.Pipelines.Synthesis.Layouts;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>The same city in other tables and files is the same city.</summary>
public sealed class SampleShapeTests : IDisposable
{
    const string NamesCells = "county_indicator";

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(SampleLayout.Tables, SampleFormat.Gb18030)]
    [InlineData(SampleLayout.Tables, SampleFormat.Xlsx)]
    public void Build_InAnyShape_GivesTheSameMartsToTheByte(SampleLayout layout, SampleFormat format)
    {
        var plain = Marts("plain", SampleShape.Plain);
        var other = Marts("other", new SampleShape(layout, format));

        Assert.Equal(plain.Keys, other.Keys);
        Assert.NotEmpty(plain);
        Assert.All(plain.Keys, mart => Assert.True(plain[mart].AsSpan().SequenceEqual(other[mart]), mart));
    }

    [Fact]
    public void Write_Gb18030_HoldsTheSameTextInTheNationalEncoding()
    {
        var plain = Written("plain", SampleShape.Plain);
        var national = Written("national", new SampleShape(SampleLayout.Tables, SampleFormat.Gb18030));

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = File.ReadAllBytes(Path.Combine(national, "2024/stages.csv"));
        Assert.Equal(File.ReadAllText(Path.Combine(plain, "2024/stages.csv")), Encoding.GetEncoding("gb18030").GetString(bytes));
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(plain, "2024/stages.csv")), bytes);
    }

    [Fact]
    public void Write_WorkbooksOfTheTables_HoldTheSameCells()
    {
        var plain = Written("plain", SampleShape.Plain);
        var books = Written("books", new SampleShape(SampleLayout.Tables, SampleFormat.Xlsx));

        var path = Path.Combine(books, "2024/judgements.xlsx");
        WrittenWorkbook.IsValid(path);
        Assert.Equal(Lines(Path.Combine(plain, "2024/judgements.csv")), WrittenWorkbook.Read(path)[0].Rows);
    }

    [Fact]
    public void Write_FilledForms_HoldTheSameCellsInAWorkbookAndInText()
    {
        var books = Written("books", new SampleShape(SampleLayout.Template, SampleFormat.Xlsx));
        var texts = Written("texts", new SampleShape(SampleLayout.Template, SampleFormat.Csv));

        var path = Path.Combine(books, "2024/填报表.xlsx");
        WrittenWorkbook.IsValid(path);
        var facilities = WrittenWorkbook.Read(path).Single(sheet => sheet.Sheet == "办学条件（全校）").Rows;
        var lines = Lines(Path.Combine(texts, "2024/facility.csv"));
        Assert.Equal(lines.Skip(2), facilities.Skip(2));
        Assert.Equal("示例", facilities[3][0]);
        Assert.Contains("synthetic", facilities[0][0], StringComparison.Ordinal);
        Assert.StartsWith("99010", facilities[4][1], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FilledForms_SayMoneyInTheFormsUnitAndChoicesInChinese()
    {
        var plain = Written("plain", SampleShape.Plain);
        var texts = Written("texts", new SampleShape(SampleLayout.Template, SampleFormat.Csv));

        var filed = Lines(Path.Combine(plain, "2024/facilities.csv"));
        var forms = Lines(Path.Combine(texts, "2024/facility.csv"));
        var (inTenThousands, inYuan) = (Array.IndexOf(filed[1], "教学仪器设备值（万元）"), Array.IndexOf(forms[2], "教学仪器设备资产值（元）"));
        Assert.Equal(decimal.Parse(filed[2][inTenThousands], System.Globalization.CultureInfo.InvariantCulture) * 10_000, decimal.Parse(forms[4][inYuan], System.Globalization.CultureInfo.InvariantCulture));
        var schools = Lines(Path.Combine(texts, "2024/school.csv"));
        Assert.Contains(schools, row => row.Contains("九年一贯制学校", StringComparer.Ordinal) && row.Contains("公办", StringComparer.Ordinal));
    }

    Dictionary<string, byte[]> Marts(string name, SampleShape shape)
    {
        var findings = new FindingList();
        var definition = Definition.Read(Written(name, shape), new Dictionary<string, string>(), null, findings);
        Assert.True(definition is not null, string.Join('\n', findings));
        var warehouse = new WarehouseFolder(Path.Combine(folder.Inside, name + "-warehouse"));
        var (held, _) = WarehouseLock.Take(warehouse, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
        using (held)
        {
            var outcome = new SnapshotBuilder(warehouse, definition, ModelLibrary.Read(ShippedContent.Sql), new BuildOptions(AcceptPartial: false), _ => { }).Build(() => "{}", CancellationToken.None);
            Assert.True(outcome.Made, string.Join('\n', outcome.Findings));
            using var reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(folder.Inside, name + "-scratch")));
            return Directory.EnumerateFiles(Path.Combine(ShippedContent.Sql, "marts"), "*.sql").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
                .ToDictionary(mart => mart, mart => mart == NamesCells ? WithoutEvidence(reader) : File.ReadAllBytes(Path.Combine(warehouse.SnapshotOf(outcome.Snapshot!.Number), mart + ".parquet")), StringComparer.Ordinal);
        }
    }

    // Its evidence names files and cells, which is the one thing that must differ.
    static byte[] WithoutEvidence(SnapshotReader reader)
    {
        using var text = new StringWriter();
        RowFormats.WriteCsv(reader.Query($"select * exclude (evidence) from {NamesCells} order by all", CancellationToken.None), text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Two counties and two years: small enough to be built many times.
    string Written(string name, SampleShape shape)
    {
        var path = Path.Combine(folder.Inside, name);
        Assert.True(DemoCity.Write(path, 1, overForeignFiles: false, shape with { Counties = 2, FirstYear = 2023 }, CancellationToken.None).IsWritten);
        return path;
    }

    static List<string[]> Lines(string path) => File.ReadAllLines(path)
        .Select(line => line.Split(',').Reverse().SkipWhile(cell => cell.Length == 0).Reverse().ToArray()).ToList();
}
