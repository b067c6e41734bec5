using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Cli.Tests;

/// <summary>What a newcomer reads after the README's first command, word by word.</summary>
[Collection(DemoCityCollection.Name)]
public sealed class DemoCityGoldenTests(BuiltDemoCity city)
{
    [Fact]
    public void Run_TheFirstTime_ReadsAsAccepted()
    {
        Assert.Equal(0, city.First.Exit);
        Golden.IsAccepted("run-demo-city.zh.txt", city.First.Out);
    }

    // Nothing changed since the first run, and it reads no other.
    [Fact]
    public void Run_AgainInEnglish_ReadsAsAccepted()
    {
        var said = city.Again("en");

        Assert.Equal(0, said.Exit);
        Golden.IsAccepted("run-again-demo-city.en.txt", said.Out);
    }

    [Theory]
    [InlineData("indicator", "zh")]
    [InlineData("indicator", "en")]
    [InlineData("school", "en")]
    [InlineData("office", "zh")]
    public void Gap_OfACounty_ReadsAsAccepted(string by, string language)
    {
        var said = city.Run("gap", "--county", "990105", "--by", by, "--lang", language);

        Assert.Equal(0, said.Exit);
        Golden.IsAccepted($"gap-{by}.{language}.txt", said.Out);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Rank_OfAPlan_ReadsAsAccepted(string language) => Accept("rank", language, "rank");

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Rank_OfACounty_ReadsAsAccepted(string language) => Accept("rank-county", language, "rank", "--county", "990105");

    // Ten days before counties must have looked at themselves.
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Status_BeforeTheNextDate_ReadsAsAccepted(string language) => Accept("status", language, "status", "--as-of", "2025-09-20");

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Status_WhoHasNotFiled_ReadsAsAccepted(string language) => Accept("status-missing", language, "status", "--missing");

    [Theory]
    [InlineData("status", "--year", "all")]
    [InlineData("status", "--by", "dataset")]
    [InlineData("status", "--missing", "--year", "all")]
    [InlineData("status")]
    public void Status_EveryLine_FitsIntoATerminal(params string[] arguments)
    {
        foreach (var language in new[] { "zh", "en" })
            Assert.All(city.Run([.. arguments, "--lang", language]).Out.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line.TrimEnd()), 0, 120));
    }

    [Fact]
    public void Status_NobodyMissing_SaysSoInsteadOfAnEmptyTable() =>
        Assert.Contains("没有缺报", city.Run("status", "--missing", "--county", "990103", "--lang", "zh").Out, StringComparison.Ordinal);

    void Accept(string golden, string language, params string[] arguments)
    {
        var said = city.Run([.. arguments, "--lang", language]);

        Assert.Equal(0, said.Exit);
        Golden.IsAccepted($"{golden}.{language}.txt", said.Out);
    }

    [Fact]
    public void Run_WithAPlan_EndsWithTheBriefingAndWritesItOnce()
    {
        string[] run = ["run", WritingCommandTests.RepositoryFile("data-samples/demo-city"), "--lang", "zh"];
        var first = city.Run(run);
        var again = city.Run(run);

        Assert.Equal((0, 0), (first.Exit, again.Exit));
        Assert.Contains("out/demo-city/briefing.docx, .pdf, .html, sources.json", first.Out.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain("briefing", again.Out, StringComparison.Ordinal);
    }
}
