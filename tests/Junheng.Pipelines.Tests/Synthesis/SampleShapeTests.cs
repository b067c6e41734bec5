using System.Text;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Synthesis.Layouts;
using Junheng.Pipelines.Tests.Ingest.Readers;
using Junheng.Pipelines.Tests.Publishing.Workbooks;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>The same city in other tables and files is the same city.</summary>
[Trait("Kind", "long")]
public sealed class SampleShapeTests(PlainShape plain) : IClassFixture<PlainShape>, IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(SampleLayout.Tables, SampleFormat.Gb18030)]
    [InlineData(SampleLayout.Template, SampleFormat.Xlsx)]
    [InlineData(SampleLayout.Wide, SampleFormat.Xls)]
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

    // The old kind of workbook is one we write ourselves: its words, numbers and merged cells are held to those of the new kind. A build of each layout in each kind would say no more.
    [Theory]
    [InlineData(SampleLayout.Workbook, "2024/一校一簿/9901080012")]
    [InlineData(SampleLayout.Wide, "2020/小学")]
    [InlineData(SampleLayout.Template, "2024/填报表")]
    [InlineData(SampleLayout.Tables, "2024/judgements")]
    public void Write_OldWorkbook_ReadsAsTheNewOneDoes(SampleLayout layout, string book)
    {
        var (wanted, _) = ReadFile.At(Path.Combine(Written(layout, SampleFormat.Xlsx), book + ".xlsx"), "a.xlsx");
        var (rows, findings) = ReadFile.At(Path.Combine(Written(layout, SampleFormat.Xls), book + ".xls"), "a.xls");

        var sheets = rows.Select(row => row.Sheet).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(findings);
        Assert.NotEmpty(rows);
        Assert.Equal(wanted.Where(IsFiled).Select(Said), rows.Where(IsFiled).Select(Said));
        Assert.Equal(layout is SampleLayout.Workbook or SampleLayout.Wide, rows.Any(row => row.Covered is not null));

        // Beside its forms a filled workbook of the new kind has a sheet of advice, and a line of it over each form.
        bool IsFiled(RawRow row) => layout != SampleLayout.Template || (row.Number > 2 && sheets.Contains(row.Sheet));

        static string Said(RawRow row) => FormattableString.Invariant($"{row.Sheet} {row.Number} {ReadFile.Joined(row)} ") + string.Join(';', row.Covered?.Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}")) ?? []);
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
