using System.Text.Json;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>From a printed number on to the cells that were filed.</summary>
[Trait("Kind", "long")]
[Collection(BriefedCityCollection.Name)]
public sealed class SourceTraceTests(BriefedCity briefed)
{
    // A coefficient, an indicator of a school, a ratio of the county, and a sentence of the form with several.
    [Theory]
    [InlineData("card", "coefficient 2024 990101 primary 05")]
    [InlineData("county", "indicator 2024 9901010002 primary 04")]
    [InlineData("county", "county_indicator 2024 990101 all 18 a")]
    public async Task Sources_LeadToTheCellsThatExplainNames(string kind, string question)
    {
        using var sources = await SourcesAsync(kind, isInternal: true);

        Assert.Contains(sources.RootElement.GetProperty("numbers").EnumerateArray(), number => number.TryGetProperty("explain", out var asked) && asked.GetString()!.Split("; ").Contains(question));
        var cells = sources.RootElement.GetProperty("cells").EnumerateObject().First(one => one.Name.Split("; ").Contains(question)).Value.EnumerateArray()
            .SelectMany(sheet => sheet.GetProperty("cells").EnumerateArray().Select(cell => Place(sheet, cell.GetString()!))).Order(StringComparer.Ordinal).ToList();
        var explained = briefed.ExplainedCells(question);

        Assert.NotEmpty(explained);
        Assert.Subset(cells.ToHashSet(StringComparer.Ordinal), explained.ToHashSet(StringComparer.Ordinal));
        if (kind == "card") Assert.Equal(explained, cells);
    }

    [Fact]
    public async Task Page_HoldsTheCellsThatAClickShows()
    {
        var html = await File.ReadAllTextAsync(Path.Combine(await briefed.MakeOfAsync("card", "zh", isInternal: true), "card.html"));
        var script = html[html.IndexOf("const sources = ", StringComparison.Ordinal)..];
        using var page = JsonDocument.Parse(script["const sources = ".Length..script.IndexOf(";\n", StringComparison.Ordinal)]);
        using var sources = await SourcesAsync("card", isInternal: true);

        Assert.Equal(sources.RootElement.GetProperty("cells").EnumerateObject().Select(one => one.Name), page.RootElement.GetProperty("cells").EnumerateObject().Select(one => one.Name));
    }

    [Fact]
    public async Task PublicEdition_HasNoCells()
    {
        using var sources = await SourcesAsync("card", isInternal: false);

        Assert.Empty(sources.RootElement.GetProperty("cells").EnumerateObject());
    }

    async Task<JsonDocument> SourcesAsync(string kind, bool isInternal) =>
        JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(await briefed.MakeOfAsync(kind, "zh", isInternal), kind + ".sources.json")));

    static string Place(JsonElement sheet, string cell) => sheet.GetProperty("sheet").GetString() is { Length: > 0 } name ? $"{sheet.GetProperty("file").GetString()} {name}!{cell}" : $"{sheet.GetProperty("file").GetString()} {cell}";
}
