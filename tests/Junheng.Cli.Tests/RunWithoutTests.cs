using Junheng.Pipelines.Tests.Ingest;

namespace Junheng.Cli.Tests;

/// <summary>What <c>run</c> leaves out where something is not there: the rest is done, and one plain line says what is missing.</summary>
public sealed class RunWithoutTests : IDisposable
{
    const string Plan = """
        format: 1
        id: small
        title: {zh: 示例方案（虚构）, en: Sample plan (synthetic)}
        issuer: {zh: 示例, en: Sample}
        level: city
        synthetic: true
        note: {zh: 测试, en: test}
        source: invented for the test
        departments:
          - {name: 教育局, en: Education}
        counties:
          - {code: "990101", name: {zh: 示例县, en: Sample County}, quote: 各县, standard: {by: 2025, strength: must, quote: 2025年}}
        duties:
          - {id: "1", section: 一, zh: 达标, en: Standard, lead: [教育局], quote: 教育局, tasks: [{id: 1-01, zh: 达标, en: Standard, quote: 达标}]}

        """;

    static readonly Dictionary<string, string> NoNode = new() { ["PATH"] = "/nowhere" };

    readonly SmallSource source = new();

    public void Dispose() => source.Dispose();

    [Theory]
    [InlineData("zh", "没有写进展简报：来源中没有实施方案（计划），无进度可报；可用 junheng brief city", "没有画图：没有找到 Node（须 20 或更新版本）。图中的数在同名的 .csv 里，其余照常")]
    [InlineData("en", "No progress briefing: the source has no plan to report progress on (junheng brief city writes one all the same)", "No figures: Node was not found (20 or later is needed). Their numbers stand in the .csv of the same name; everything else works")]
    public void Run_WithoutPlanAndNode_SaysEachOnce(string language, string noPlan, string noFigures)
    {
        var said = CommandProcess.Run(source.Root, NoNode, "run", "source", "--lang", language);

        Assert.Equal(0, said.Exit);
        var lines = (said.Out + said.Error).Split('\n');
        Assert.Single(lines, noPlan);
        Assert.Single(lines, noFigures);
        Assert.DoesNotContain(lines, line => line.Contains("Node (", StringComparison.Ordinal) && line != noFigures);
        Assert.Equal(["schools-by-indicator.csv"], Named("*schools-by-indicator.*"));
        Assert.Empty(Named("briefing.*"));
    }

    [Fact]
    public void Run_WithPlanAndWithoutNode_SaysThatNoBriefingWasWritten()
    {
        source.Write("plan.yaml", Plan);
        source.Replace(SmallSource.Yaml, "map: ", "plan: plan.yaml\nmap: ");

        var said = CommandProcess.Run(source.Root, NoNode, "run", "source", "--lang", "en");

        Assert.Equal(0, said.Exit);
        Assert.Single((said.Out + said.Error).Split('\n'), "No progress briefing: Node was not found (20 or later is needed); install it and run again");
        Assert.Empty(Named("briefing.*"));
    }

    IEnumerable<string?> Named(string pattern) => Directory.EnumerateFiles(Path.Combine(source.Root, "out"), pattern, SearchOption.AllDirectories).Select(Path.GetFileName);
}
