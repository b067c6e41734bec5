using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>A picture that cannot be read is drawn, with a warning that says what to mend.</summary>
[Collection(FigureCollection.Name)]
public sealed class LegibilityTests(FigureBench bench)
{
    static readonly FigureData Two = new(["name", "x", "y"], [["河东区", 20, 20], ["河西区", 40, 20]]);

    [Fact]
    public async Task Draw_TextsOverOneAnother_NamesThem() =>
        Assert.Equal(["Texts run into one another: \"河东区\" and \"河西区\"."], await WarningsAsync("overlapping", Texts("#1a1a1a")));

    [Fact]
    public async Task Draw_TextsOnTwoLines_IsNoOverlap() =>
        Assert.Empty(await WarningsAsync("two-lines", Texts("#1a1a1a"), new(["name", "x", "y"], [["河东区", 20, 20], ["河西区", 40, 31]])));

    [Fact]
    public async Task Draw_TextsSideBySideWithoutAGap_NamesThem() =>
        Assert.Single(await WarningsAsync("touching", Texts("#1a1a1a"), new(["name", "x", "y"], [["河东区", 20, 20], ["河西区", 50.5, 20]])));

    [Fact]
    public async Task Draw_TextBeyondTheEdge_NamesIt() =>
        Assert.Equal(["Texts reach beyond the picture: \"河东区\"."], await WarningsAsync("cut", Texts("#1a1a1a"), new(["name", "x", "y"], [["河东区", -15, 20]])));

    [Fact]
    public async Task Draw_PaleText_SaysItsContrast() =>
        Assert.Equal(["Texts have a contrast below 4.5 : 1: \"河东区\" (#999999, 2.8)."], await WarningsAsync("pale-text", Texts("#999999"), new(["name", "x", "y"], [["河东区", 20, 20]])));

    [Fact]
    public async Task Draw_WhiteTextOnDarkBar_IsReadable() => Assert.Empty(await WarningsAsync("on-dark", OnBar("#1f5a92", "#ffffff")));

    [Fact]
    public async Task Draw_DarkTextOnDarkBar_SaysSo() =>
        Assert.StartsWith("Texts have a contrast below 4.5 : 1: \"河东区\" (#1a1a1a, 2.", Assert.Single(await WarningsAsync("dark-on-dark", OnBar("#1f5a92", "#1a1a1a"))), StringComparison.Ordinal);

    [Fact]
    public async Task Draw_PaleBar_IsReadableOnlyWithItsNumber()
    {
        Assert.Empty(await WarningsAsync("pale-bar", OnBar("#bcd3ea", "#1a1a1a")));
        Assert.Equal(["Marks have a contrast below 3 : 1: #bcd3ea (1.5)."], await WarningsAsync("bare-bar", OnBar("#bcd3ea", "#1a1a1a").Replace("\"field\":\"name\"", "\"value\":\"\"", StringComparison.Ordinal)));
    }

    /// <summary>Each bar the line crosses is a ground of its own: their combinations must not be counted out.</summary>
    [Fact]
    public async Task Draw_LineAcrossSixtyBars_IsJudged()
    {
        var bars = new FigureData(["name", "x", "y"], [.. Enumerable.Range(0, 60).Select(row => (IReadOnlyList<object?>)["", 0, row * 12])]);
        var spec = """
            {"data":{"name":"main"},"width":200,"height":720,"layer":[
             {"mark":{"type":"rect","fill":"#1f5a92"},"transform":[{"calculate":"datum.y + 10","as":"bottom"}],
              "encoding":{"x":{"value":0},"x2":{"value":80},"y":{"field":"y","type":"quantitative","scale":null,"axis":null},"y2":{"field":"bottom"}}},
             {"mark":{"type":"rule","stroke":"#1a1a1a","strokeWidth":1.2},"transform":[{"filter":"datum.y == 0"}],"encoding":{"x":{"value":40},"y":{"value":0},"y2":{"value":720}}}]}
            """;

        Assert.Empty(await WarningsAsync("across", spec, bars));
    }

    [Fact]
    public async Task Draw_TextOfNoValue_NamesIt() =>
        Assert.Equal(["Texts have no value: \"null\"."], await WarningsAsync("no-value", Texts("#1a1a1a"), new(["name", "x", "y"], [[null, 20, 20]])));

    async Task<IReadOnlyList<string>> WarningsAsync(string id, string spec, FigureData? data = null)
    {
        var outcome = await bench.DrawAsync(id, spec, data ?? Two);
        Assert.Empty(outcome.Faults);
        return outcome.Warnings;
    }

    static string Texts(string colour) => $$"""
        {"data":{"name":"main"},"width":200,"height":60,"autosize":"none","mark":{"type":"text","fill":"{{colour}}","fontSize":10},
         "encoding":{"x":{"field":"x","type":"quantitative","scale":null,"axis":null},"y":{"field":"y","type":"quantitative","scale":null,"axis":null},"text":{"field":"name"} } }
        """;

    static string OnBar(string bar, string text) => $$"""
        {"data":{"name":"main"},"transform":[{"filter":"datum.name == '河东区'"}],"width":200,"height":60,"layer":[
         {"mark":{"type":"rect","fill":"{{bar}}"},"encoding":{"x":{"value":0},"x2":{"value":80},"y":{"value":5},"y2":{"value":30} } },
         {"mark":{"type":"text","fill":"{{text}}","fontSize":10},"encoding":{"x":{"value":40},"y":{"value":18},"text":{"field":"name"} } }]}
        """;
}
