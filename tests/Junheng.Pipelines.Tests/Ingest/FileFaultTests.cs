using System.Globalization;
using System.IO.Compression;
using System.Text;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Tests.Ingest;

public sealed class FileFaultTests
{
    [Fact]
    public void Build_MissingColumn_NamesItAndTheNearest()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Stages, "教师,本科", "教师,本科学历");
        source.Replace(SmallSource.Stages, ",骨干,", ",骨干,骨干,");

        var findings = source.Findings();

        var missing = Told.Once(findings, "MAP-COLUMN-MISSING");
        Told.At(missing, SmallSource.Stages, 1, "本科", "");
        Assert.StartsWith("本科学历", missing.Facts["known"], StringComparison.Ordinal);
        Told.At(Told.Once(findings, "MAP-COLUMN-TWICE"), SmallSource.Stages, 1, "骨干", "骨干");
    }

    [Fact]
    public void Build_TwoEmptyFiles_AreBothTold()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, "");
        source.Write(SmallSource.Facilities, "");

        var findings = source.Findings();

        Assert.Equal([SmallSource.Facilities, SmallSource.Stages], findings.Where(finding => finding.Code == "FILE-EMPTY").Select(finding => finding.Place.File));
        Assert.All(findings, Told.InBothLanguages);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("  \n\n")]
    public void Build_FileOfBlankLines_IsToldEmpty(string text)
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, text);

        Assert.Equal(SmallSource.Stages, Told.Once(source.Findings(), "FILE-EMPTY").Place.File);
    }

    [Fact]
    public void Build_FileEndsBeforeItsHeader_IsAFinding()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Map, "- years: 2020-2024\n      columns", "- years: 2020-2024\n      header_row: 9\n      columns");

        Told.At(Told.Once(source.Findings(), "FILE-NO-HEADER"), SmallSource.Facilities, 9, "", "4");
    }

    [Theory]
    [InlineData("%PDF-1.7", ".pdf")]
    [InlineData("<html><table>", ".html")]
    [InlineData("a,b\n\0\0\0\0,1", "binary")]
    public void Build_NoTable_SaysWhatItLooksLike(string start, string kind)
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, start);

        Told.At(Told.Once(source.Findings(), "FILE-NOT-A-TABLE"), SmallSource.Stages, 0, "", kind);
    }

    [Fact]
    public void Build_CutArchiveNamedCsv_IsDamaged()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, "PK\u0003\u0004rest of a workbook");

        Told.Once(source.Findings(), "FILE-DAMAGED");
    }

    [Fact]
    public void Build_GzipNamedCsv_IsReadAndSaidAgainFromTheKeptCells()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, Gzip(Encoding.UTF8.GetBytes(source.Read(SmallSource.Stages))));
        Told.At(Told.Once(source.Findings(), "FILE-RENAMED"), SmallSource.Stages, 0, "", ".gz");
        source.Append(SmallSource.Map, "\n");

        Told.At(Told.Once(source.Findings(), "FILE-RENAMED"), SmallSource.Stages, 0, "", ".gz");
    }

    [Fact]
    public void Build_Utf16_IsReadTheSame()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(source.Read(SmallSource.Stages))]);

        Assert.Empty(source.Findings());
    }

    [Fact]
    public void Build_GzippedFile_IsRead()
    {
        using var source = new SmallSource();
        Gzipped(source, Gzip(Encoding.UTF8.GetBytes(source.Read(SmallSource.Stages))));

        Assert.Empty(source.Findings());
    }

    [Fact]
    public void Build_CutGzip_IsADamagedArchive()
    {
        using var source = new SmallSource();
        Gzipped(source, Gzip(Encoding.UTF8.GetBytes(source.Read(SmallSource.Stages)))[..^20]);

        Assert.Equal("2024/stages.csv.gz", Told.Once(source.Findings(), "FILE-ARCHIVE").Place.File);
    }

    [Fact]
    public void Build_PlainTextNamedGz_IsReadAndSaid()
    {
        using var source = new SmallSource();
        Gzipped(source, Encoding.UTF8.GetBytes(source.Read(SmallSource.Stages)));

        Told.At(Told.Once(source.Findings(), "FILE-RENAMED"), "2024/stages.csv.gz", 0, "", ".csv");
    }

    [Fact]
    public void Read_GzipBomb_StopsAtTheBound()
    {
        using var source = new SmallSource();
        var bomb = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,2,3\n", 1 << 18))));
        source.Write("bomb.csv.gz", bomb);
        var file = new FiledFile("bomb.csv.gz", source.PathOf("bomb.csv.gz"), ["stage"], 2024, TextEncodings.Utf8, "", bomb.Length);
        var findings = new FindingList();

        var rows = new DelimitedTextReader(mostBytes: 60_000).Read(file, findings, CancellationToken.None).Count();

        Assert.InRange(rows, 0, 10_000);
        Told.Once(findings, "FILE-UNFOLDS-TOO-FAR");
    }

    [Fact]
    public void Read_TextBeyondTheBound_IsOneFindingAndNoRow()
    {
        using var source = new SmallSource();
        var text = Encoding.UTF8.GetBytes("学校标识码,学生数\n0101,1\n");
        source.Write("long.csv", text);
        var file = new FiledFile("long.csv", source.PathOf("long.csv"), ["stage"], 2024, TextEncodings.Utf8, "", text.Length);
        var (refused, read) = (new FindingList(), new FindingList());

        Assert.Empty(new DelimitedTextReader(mostBytes: text.Length - 1).Read(file, refused, CancellationToken.None));
        Assert.Equal(2, new DelimitedTextReader(mostBytes: text.Length).Read(file, read, CancellationToken.None).Count());

        Assert.Equal(("FILE-TEXT-TOO-BIG", text.Length.ToString(CultureInfo.InvariantCulture)), (Assert.Single(refused).Code, refused[0].Value));
        Told.InBothLanguages(refused[0]);
        Assert.Empty(read);
    }

    [Fact]
    public void Build_Gb18030DeclaredUtf8_SaysHowToDeclareIt()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, Gb18030(source.Read(SmallSource.Stages)));
        source.Replace(SmallSource.Yaml, "datasets: [stage]", "datasets: [stage]\n    encoding: utf-8");

        var finding = Told.Once(source.Findings(), "FILE-ENCODING");

        Assert.Equal(new Place(SmallSource.Stages, Row: 1), finding.Place);
        Assert.NotEmpty(finding.Value);
    }

    [Fact]
    public void Build_Gb18030Undeclared_IsReadAndSaid()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, Gb18030(source.Read(SmallSource.Stages)));

        var findings = source.Findings();

        Told.At(Told.Once(findings, "FILE-ENCODING-GUESSED"), SmallSource.Stages, 0, "", "gb18030");
        Assert.Single(findings);
    }

    [Fact]
    public void Build_Workbooks_GiveTheSameAsText()
    {
        using var source = new SmallSource();
        var filed = "select * exclude (file, sheet) from filed_quantity order by all";
        var text = source.Build().Query(source, filed);
        foreach (var name in new[] { SmallSource.Stages, SmallSource.Facilities })
        {
            var rows = source.Read(name).TrimEnd('\n').Split('\n').Select((line, index) => Readers.TinyWorkbook.Row(index + 1, line.Split(',')));
            source.Write(Path.ChangeExtension(name, ".xlsx"), new Readers.TinyWorkbook().Sheet("示例数据", string.Concat(rows)).Bytes());
            source.Replace(SmallSource.Yaml, Path.GetFileName(name), Path.GetFileNameWithoutExtension(name) + ".xlsx");
        }

        var outcome = source.Build();

        Assert.Empty(outcome.Findings);
        var workbook = outcome.Query(source, filed);
        Assert.NotEmpty(text.Rows);
        Assert.Equal(text.Rows.Select(row => string.Join('|', row)), workbook.Rows.Select(row => string.Join('|', row)));
    }

    [Fact]
    public void Build_Gb18030Declared_IsReadTheSame()
    {
        using var source = new SmallSource();
        foreach (var name in new[] { SmallSource.Schools, SmallSource.Stages, SmallSource.Facilities })
            source.Write(name, Gb18030(source.Read(name)));
        foreach (var dataset in new[] { "school", "stage", "facility" })
            source.Replace(SmallSource.Yaml, $"datasets: [{dataset}]", $"datasets: [{dataset}]\n    encoding: gb18030");

        var outcome = source.Build();

        Assert.Empty(outcome.Findings);
        Assert.Equal("第二初中", outcome.Query(source, "select school_name from school where school_code = '002'")[0, "school_name"]);
    }

    [Fact]
    public void Build_ByteOrderMark_IsNoPartOfTheHeader()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Stages, [.. Encoding.UTF8.Preamble, .. File.ReadAllBytes(source.PathOf(SmallSource.Stages))]);

        Assert.Empty(source.Findings());
    }

    [Fact]
    public void Build_WrongBytesBehindAByteOrderMark_AreStillAnError()
    {
        using var source = new SmallSource();
        source.Write(SmallSource.Schools, [.. Encoding.UTF8.Preamble, .. File.ReadAllBytes(source.PathOf(SmallSource.Schools)), .. Gb18030("004,第四小学,990101,小学,城区,公办\n")]);

        Told.Once(source.Findings(), "FILE-ENCODING");
    }

    [Theory]
    [InlineData("002,\"第二初中,990101")]
    [InlineData("002,\"第二初中")]
    public void Build_UnclosedQuote_NamesTheRow(string broken)
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Schools, broken.Replace("\"", "", StringComparison.Ordinal), broken);

        var finding = Told.Once(source.Findings(), "FILE-OPEN-QUOTE");

        Assert.Equal(new Place(SmallSource.Schools, Row: 3), finding.Place);
    }

    [Fact]
    public void Build_ClosedQuotes_AreNoFault()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Schools, "第一小学", "\"第一\"\"实验\"\"小学，\n东校区\"");

        var outcome = source.Build();

        Assert.Empty(outcome.Findings);
        Assert.Equal("第一\"实验\"小学，\n东校区", outcome.Query(source, "select school_name from school where school_code = '001'")[0, "school_name"]);
    }

    [Fact]
    public void Build_UnreadableFile_LeavesTheLastGoodSnapshot()
    {
        using var source = new SmallSource();
        var good = source.Build().Snapshot!;
        source.Write(SmallSource.Stages, "");

        var outcome = source.Build();

        Assert.True(outcome.Failed);
        Assert.Equal(good.Number, outcome.Snapshot!.Number);
        Assert.Equal("1\n", File.ReadAllText(Path.Combine(source.Warehouse, "current")));
    }

    static void Gzipped(SmallSource source, byte[] bytes)
    {
        File.Delete(source.PathOf(SmallSource.Stages));
        source.Write("2024/stages.csv.gz", bytes);
        source.Replace(SmallSource.Yaml, "stages.csv", "stages.csv.gz");
    }

    static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
