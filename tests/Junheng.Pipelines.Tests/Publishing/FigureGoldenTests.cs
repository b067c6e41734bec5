using System.Runtime.CompilerServices;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing;

/// <summary>Small pictures, mark by mark. Changed on purpose: run once with <c>JUNHENG_ACCEPT=1</c> and look at the difference.</summary>
public sealed class FigureGoldenTests(FigureBench bench) : IClassFixture<FigureBench>
{
    const string Line = """
        {"data":{"name":"main"},"width":200,"height":60,"mark":{"type":"line","stroke":"#1f5a92"},
         "encoding":{"x":{"field":"year","type":"quantitative","axis":{"format":"d"},"scale":{"zero":false}},"y":{"field":"cv","type":"quantitative"},"detail":{"field":"county"}}}
        """;

    [Fact]
    public Task Bars_OneWithoutValue_DrawAsAccepted() => IsAcceptedAsync("bars", FigureBench.SmallSpec, FigureBench.SmallData);

    [Fact]
    public Task Lines_OfTwoCounties_DrawAsAccepted() =>
        IsAcceptedAsync("lines", Line, new(["county", "year", "cv"], [["河东区", 2023, 0.41], ["河东区", 2024, 0.38m], ["十二个字的县区名称示例县", 2023, 0.2], ["十二个字的县区名称示例县", 2024, 0.25]]));

    [Fact]
    public Task NoRows_DrawAsAccepted() => IsAcceptedAsync("none", FigureBench.SmallSpec, new(["county", "cv"], []));

    async Task IsAcceptedAsync(string id, string spec, FigureData data, [CallerFilePath] string here = "")
    {
        var outcome = await bench.DrawAsync(id, spec, data);
        Assert.Empty(outcome.Faults);
        var drawn = await File.ReadAllTextAsync(Assert.Single(outcome.Files));
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", id + ".svg");
        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") == "1") await File.WriteAllTextAsync(path, drawn);

        Assert.Equal(await File.ReadAllTextAsync(path), drawn);
    }
}
