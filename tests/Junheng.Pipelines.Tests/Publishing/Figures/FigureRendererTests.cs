using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

[Collection(FigureCollection.Name)]
public class FigureRendererTests(FigureBench bench)
{
    [Fact]
    public async Task Render_Twice_GivesTheSameBytes()
    {
        var first = await bench.DrawAsync("repeat", FigureBench.SmallSpec, FigureBench.SmallData, FigureFormats.Svg | FigureFormats.Png);
        byte[][] once = [.. first.Files.Select(File.ReadAllBytes)];
        var second = await bench.DrawAsync("repeat", FigureBench.SmallSpec, FigureBench.SmallData, FigureFormats.Svg | FigureFormats.Png);

        Assert.Empty(first.Faults);
        Assert.Equal(["repeat.svg", "repeat.png"], first.Files.Select(file => Path.GetFileName(file)), StringComparer.Ordinal);
        Assert.Equal(once, second.Files.Select(File.ReadAllBytes));
        Assert.Equal(2, Directory.GetFiles(bench.Output, "repeat.*").Length);
    }

    [Fact]
    public async Task Render_Png_CarriesItsResolution()
    {
        var outcome = await bench.DrawAsync("print", FigureBench.SmallSpec, FigureBench.SmallData, FigureFormats.Png);
        var png = await File.ReadAllBytesAsync(Assert.Single(outcome.Files));

        // 590 px at 96 to the inch are 1844 at 300; 300 to the inch are 11811 to the metre.
        Assert.Equal(1844u, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16)));
        Assert.Equal("pHYs", Encoding.ASCII.GetString(png, 37, 4));
        Assert.Equal(11811u, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(41)));
        Assert.Equal(11811u, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(45)));
        Assert.Equal(1, png[49]);
    }

    [Fact]
    public async Task Render_SyntheticRows_SaysSoInThePicture()
    {
        var outcome = await bench.DrawAsync("stamped", FigureBench.SmallSpec, FigureBench.SmallData);
        var svg = await File.ReadAllTextAsync(Assert.Single(outcome.Files));

        Assert.Contains(">示例数据 synthetic<", svg, StringComparison.Ordinal);
        Assert.Contains(">差异系数<", svg, StringComparison.Ordinal);
        Assert.Contains("快照：7", svg, StringComparison.Ordinal);
        Assert.Contains("Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_Untitled_LeavesTheTitleToThePageAndKeepsTheRest()
    {
        var figure = new Figure("untitled", Directory.CreateDirectory(Path.Combine(bench.Folder, "untitled")).FullName);
        await File.WriteAllTextAsync(figure.SpecPath, FigureBench.SmallSpec);
        var renderer = new FigureRenderer(FigureCatalog.Open(bench.Folder), bench.Worker);

        var outcome = await renderer.RenderAsync(figure, FigureBench.SmallData, FigureBench.Caption with { Untitled = true }, bench.Output, FigureFormats.Svg);
        var svg = await File.ReadAllTextAsync(Assert.Single(outcome.Files));

        Assert.DoesNotContain(">差异系数</text>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>差异系数</title>", svg, StringComparison.Ordinal);
        Assert.Contains(">2024 年</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">示例数据 synthetic</text>", svg, StringComparison.Ordinal);
        Assert.Contains("快照：7", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_UnderAnotherCulture_GivesTheSamePicture()
    {
        var before = await File.ReadAllTextAsync(Assert.Single((await bench.DrawAsync("culture", FigureBench.SmallSpec, FigureBench.SmallData)).Files));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // Made by hand: under invariant globalisation no named culture is there.
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "−";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(before, await File.ReadAllTextAsync(Assert.Single((await bench.DrawAsync("culture", FigureBench.SmallSpec, FigureBench.SmallData)).Files)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Render_CharacterWithoutGlyph_NamesIt()
    {
        var outcome = await bench.DrawAsync("glyph", FigureBench.SmallSpec, new(["county", "cv"], [["ཁམས་县", 0.4]]));

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal("missing_glyph", fault.Code);
        Assert.Contains("'ཁ' (U+0F41)", fault.Message, StringComparison.Ordinal);
        Assert.Empty(outcome.Files);
    }

    [Fact]
    public async Task Render_CharacterBeyondGb2312_IsDrawn()
    {
        // 郪 and 㟃 are in names of Chinese places and not in GB 2312.
        var outcome = await bench.DrawAsync("rare", FigureBench.SmallSpec, new(["county", "cv"], [["郪江镇", 0.4], ["㟃石", 0.3]]), FigureFormats.Png);

        Assert.Empty(outcome.Faults);
    }

    [Theory]
    [InlineData("""{"data":{"name":"main"},"makr":"bar","encoding":{}}""", "'makr'")]
    [InlineData("""{"data":{"name":"main"},"layer":[{"mark":"bar","encoding":{"y":{"field":"cv","tpye":"quantitative"}}}]}""", "/layer/0/encoding/y the property 'tpye'")]
    [InlineData("""{"data":{"name":"main"},"mark":"baar","encoding":{}}""", "at /mark")]
    public async Task Render_SpecWithASlip_SaysWhere(string spec, string where)
    {
        var fault = Assert.Single((await bench.DrawAsync("slip", spec, FigureBench.SmallData)).Faults);

        Assert.Equal("malformed_spec", fault.Code);
        Assert.Contains(where, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_SpecThatLoads_IsRefused()
    {
        var fault = Assert.Single((await bench.DrawAsync("net", """{"data":{"url":"https://example.org/rows.csv"},"mark":"bar"}""", FigureBench.SmallData)).Faults);

        Assert.Equal("network", fault.Code);
    }

    [Fact]
    public async Task Render_NoRows_SaysSoInThePicture()
    {
        var outcome = await bench.DrawAsync("empty", FigureBench.SmallSpec, new(["county", "cv"], []));

        Assert.Empty(outcome.Faults);
        Assert.Contains(">所选范围内没有数据。<", await File.ReadAllTextAsync(Assert.Single(outcome.Files)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NoRowsAndASlip_StillNamesTheSlip() =>
        Assert.Equal("figure_field_unknown", Assert.Single((await bench.DrawAsync("empty-slip", FigureBench.SmallSpec, new(["county", "value"], []))).Faults).Code);

    [Fact]
    public async Task Render_Pdf_IsOnePageOfItsSizeWithTextAndEmbeddedFonts()
    {
        var first = await bench.DrawAsync("paper", FigureBench.SmallSpec, FigureBench.SmallData, FigureFormats.Pdf | FigureFormats.Svg);
        var pdf = await File.ReadAllBytesAsync(first.Files.Single(file => file.EndsWith(".pdf", StringComparison.Ordinal)));
        // What was drawn in between does not show.
        await bench.DrawAsync("between", FigureBench.SmallSpec, new(["county", "cv"], [["郪江镇", 0.4]]), FigureFormats.Pdf);
        var second = await bench.DrawAsync("paper", FigureBench.SmallSpec, FigureBench.SmallData, FigureFormats.Pdf);
        var text = Encoding.Latin1.GetString(pdf);

        Assert.Empty(first.Faults);
        Assert.StartsWith("%PDF-1.7", text, StringComparison.Ordinal);
        // 590 px are 442.5 pt, the 156 mm of the type area.
        Assert.Contains("/MediaBox [0 0 442.5 ", text, StringComparison.Ordinal);
        Assert.Contains("+NotoSansSC-Regular", text, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", text, StringComparison.Ordinal);
        // A picture of the picture would have lost its text; the only date is that of the data.
        Assert.DoesNotContain("/Subtype /Image", text, StringComparison.Ordinal);
        Assert.Contains("D:20240901", text, StringComparison.Ordinal);
        Assert.Equal(pdf, await File.ReadAllBytesAsync(Assert.Single(second.Files)));
    }

    [Fact]
    public async Task Render_Csv_IsTheRowsAndNeedsNoNode()
    {
        using var none = new NodeWorker(new NodeWorkerOptions("none.mjs") { Node = "no-such-node" });
        var data = new FigureData(["county", "cv"], [["=河东区", 0.5m], ["河西区", null]]);

        var outcome = await bench.DrawAsync(none, "rows", FigureBench.SmallSpec, data, FigureFormats.Csv);
        var beside = await bench.DrawAsync(none, "rows", FigureBench.SmallSpec, data, FigureFormats.All);

        Assert.Empty(outcome.Faults);
        Assert.Equal("\uFEFFcounty,cv\n'=河东区,0.5\n河西区,\n", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Assert.Single(outcome.Files))));
        Assert.Equal("worker_absent", Assert.Single(beside.Faults).Code);
        Assert.EndsWith("rows.csv", Assert.Single(beside.Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_UnknownField_DoesNotReachTheWorker()
    {
        var outcome = await bench.DrawAsync("field", FigureBench.SmallSpec, new(["county", "value"], [["河东区", 0.4]]));

        Assert.Equal("figure_field_unknown", Assert.Single(outcome.Faults).Code);
    }

    [Fact]
    public async Task Draw_EveryFigureOfOurs_IsVegaLite()
    {
        foreach (var figure in FigureCatalog.Open(FigureBench.FiguresFolder).Figures)
        {
            using var spec = JsonDocument.Parse(await File.ReadAllBytesAsync(figure.SpecPath));
            var answer = await bench.Worker.AskAsync("draw", json =>
            {
                json.WritePropertyName("spec");
                spec.RootElement.WriteTo(json);
                json.WritePropertyName("data");
                json.WriteRawValue("""{"columns":[],"rows":[]}""");
            });

            Assert.Null(answer.Fault);
        }
    }
}
