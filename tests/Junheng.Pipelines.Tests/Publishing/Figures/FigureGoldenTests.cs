using System.Runtime.CompilerServices;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>Small pictures, mark by mark. Changed on purpose: run once with <c>JUNHENG_ACCEPT=1</c> and look at the difference.</summary>
[Collection(FigureCollection.Name)]
public sealed class FigureGoldenTests(FigureBench bench)
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

    public static TheoryData<string> Ids => ShippedFigures.Ids;

    /// <summary>Our own figures from a handful of invented rows: what a query once gave, so that nothing but the drawing can change them.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Shipped_FromAHandfulOfRows_DrawsAsAccepted(string id)
    {
        var figure = ShippedFigures.Catalog.Find(id)!;
        await IsAcceptedAsync(id, await File.ReadAllTextAsync(figure.SpecPath), AcceptedRows.Read(Path.Combine(Golden(), id + ".csv")));
    }

    static string Golden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    async Task IsAcceptedAsync(string id, string spec, FigureData data)
    {
        var outcome = await bench.DrawAsync(id, spec, data);
        Assert.Empty(outcome.Faults);
        var drawn = await File.ReadAllTextAsync(Assert.Single(outcome.Files));
        var path = Path.Combine(Golden(), id + ".svg");
        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") == "1") await File.WriteAllTextAsync(path, drawn);

        Assert.Equal(await File.ReadAllTextAsync(path), drawn);
    }
}
