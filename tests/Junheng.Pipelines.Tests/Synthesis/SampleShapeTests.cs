using System.Text;
using Junheng.Pipelines.Synthesis.Layouts;
using Junheng.Pipelines.Tests.Publishing.Workbooks;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>The same city in other tables and files is the same city.</summary>
public sealed class SampleShapeTests(PlainShape plain) : IClassFixture<PlainShape>, IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(SampleLayout.Tables, SampleFormat.Gb18030)]
    [InlineData(SampleLayout.Tables, SampleFormat.Xlsx)]
    [InlineData(SampleLayout.Template, SampleFormat.Csv)]
    [InlineData(SampleLayout.Template, SampleFormat.Xlsx)]
    [InlineData(SampleLayout.Wide, SampleFormat.Gb18030)]
    [InlineData(SampleLayout.Wide, SampleFormat.Xlsx)]
    [InlineData(SampleLayout.Workbook, SampleFormat.Xlsx)]
    public void Build_InAnyShape_GivesTheSameMartsToTheByte(SampleLayout layout, SampleFormat format)
    {
        var other = BuiltShape.Of(folder, BuiltShape.Small(layout, format));

        Assert.Equal(plain.Built.Findings, other.Findings);
        Assert.Equal(plain.Built.Quantities, other.Quantities);
        Assert.Equal(plain.Built.Marts.Keys, other.Marts.Keys);
        Assert.NotEmpty(other.Marts);
        Assert.All(other.Marts.Keys, mart => Assert.True(plain.Built.Marts[mart].AsSpan().SequenceEqual(other.Marts[mart]), mart));
    }

    [Fact]
    public void Write_Gb18030_HoldsTheSameTextInTheNationalEncoding()
    {
        var tables = Written(SampleLayout.Tables, SampleFormat.Csv);
        var national = Written(SampleLayout.Tables, SampleFormat.Gb18030);

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = File.ReadAllBytes(Path.Combine(national, "2024/stages.csv"));
        Assert.Equal(File.ReadAllText(Path.Combine(tables, "2024/stages.csv")), Encoding.GetEncoding("gb18030").GetString(bytes));
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(tables, "2024/stages.csv")), bytes);
    }

    [Fact]
    public void Write_WorkbooksOfTheTables_HoldTheSameCells()
    {
        var tables = Written(SampleLayout.Tables, SampleFormat.Csv);
        var books = Written(SampleLayout.Tables, SampleFormat.Xlsx);

        var path = Path.Combine(books, "2024/judgements.xlsx");
        WrittenWorkbook.IsValid(path);
        Assert.Equal(Lines(Path.Combine(tables, "2024/judgements.csv")), WrittenWorkbook.Read(path)[0].Rows);
    }

    [Fact]
    public void Write_FilledForms_HoldTheSameCellsInAWorkbookAndInText()
    {
        var books = Written(SampleLayout.Template, SampleFormat.Xlsx);
        var texts = Written(SampleLayout.Template, SampleFormat.Csv);

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
        var tables = Written(SampleLayout.Tables, SampleFormat.Csv);
        var texts = Written(SampleLayout.Template, SampleFormat.Csv);

        var filed = Lines(Path.Combine(tables, "2024/facilities.csv"));
        var forms = Lines(Path.Combine(texts, "2024/facility.csv"));
        var (inTenThousands, inYuan) = (Array.IndexOf(filed[1], "教学仪器设备值（万元）"), Array.IndexOf(forms[2], "教学仪器设备资产值（元）"));
        Assert.Equal(decimal.Parse(filed[2][inTenThousands], System.Globalization.CultureInfo.InvariantCulture) * 10_000, decimal.Parse(forms[4][inYuan], System.Globalization.CultureInfo.InvariantCulture));
        var schools = Lines(Path.Combine(texts, "2024/school.csv"));
        Assert.Contains(schools, row => row.Contains("九年一贯制学校", StringComparer.Ordinal) && row.Contains("公办", StringComparer.Ordinal));
    }

    string Written(SampleLayout layout, SampleFormat format) => BuiltShape.Written(folder, BuiltShape.Small(layout, format));

    static List<string[]> Lines(string path) => File.ReadAllLines(path)
        .Select(line => line.Split(',').Reverse().SkipWhile(cell => cell.Length == 0).Reverse().ToArray()).ToList();
}
