using System.IO.Compression;
using System.Text;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Synthesis.Layouts;
using Junheng.Pipelines.Tests.Ingest.Mapping;
using Junheng.Pipelines.Tests.Publishing.Returning;

namespace Junheng.Pipelines.Tests.Ingest.Fuzzing;

/// <summary>A sound file before it is damaged, and the shipped map that reads it.</summary>
sealed record WholeInput(string Name, byte[] Bytes, string[] Datasets, string Form, string Map);

/// <summary>The layouts counties send, each in every kind of file (示例数据).</summary>
static class WholeInputs
{
    static readonly string[] ThreeDatasets = ["school", "stage", "facility"];

    public static IReadOnlyList<WholeInput> All { get; } = [.. Wide(), .. Forms(), Register()];

    static IEnumerable<WholeInput> Wide()
    {
        var rows = Cells(ShippedMapTests.Wide.Replace("GYM", "室内体育用房", StringComparison.Ordinal));
        var text = string.Join('\n', rows.Select(row => string.Join(',', row)));
        WholeInput Of(string name, byte[] bytes) => new(name, bytes, ThreeDatasets, "primary", "statistics-wide");
        yield return Of("a.csv", Encoding.UTF8.GetBytes(text));
        yield return Of("b.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.Replace(',', '\t'))]);
        yield return Of("c.csv", TextEncodings.Of(TextEncodings.Gb18030).GetBytes(text));
        yield return Of("d.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        yield return Of("e.csv.gz", Gzipped(Encoding.UTF8.GetBytes(text)));
        yield return Of("f.xlsx", Written(SampleFormat.Xlsx, new PlainSheet("小学", rows)));
        yield return Of("g.xls", Written(SampleFormat.Xls, new PlainSheet("小学", rows)));
    }

    static IEnumerable<WholeInput> Forms()
    {
        var sheets = ShippedMapTests.Forms.Select(form => new PlainSheet(form.Sheet, Cells(form.Text))).ToArray();
        yield return new("9901010001.xlsx", Written(SampleFormat.Xlsx, sheets), ThreeDatasets, "workbook", "school-workbook");
        yield return new("9901010001.xls", Written(SampleFormat.Xls, sheets), ThreeDatasets, "workbook", "school-workbook");
    }

    // With merges, styles, notes, shared texts and a formula.
    static WholeInput Register() => new("h.xlsx", CountyWorkbook.Bytes([["001", "小学", "900", "20", "60", "50", "5", "10", "8", "8", "8"]]), ThreeDatasets, "primary", "statistics-wide");

    static List<string[]> Cells(string text) => [.. text.Split('\n').Select(line => line.Split('|'))];

    static byte[] Gzipped(byte[] bytes)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionMode.Compress)) gzip.Write(bytes);
        return file.ToArray();
    }

    static byte[] Written(SampleFormat format, params PlainSheet[] sheets)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-fuzz-");
        var file = PlainSheet.File(Path.Combine(folder.FullName, "a"), format, sheets);
        file.Write(file.Path);
        var bytes = File.ReadAllBytes(file.Path);
        folder.Delete(recursive: true);
        return bytes;
    }
}
