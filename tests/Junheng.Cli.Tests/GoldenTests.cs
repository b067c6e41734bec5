using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Junheng.Cli.Tests;

/// <summary>What people read, word by word. Changed on purpose: run once with <c>JUNHENG_ACCEPT=1</c> and look at the difference.</summary>
public sealed partial class GoldenTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");

    public static TheoryData<string> Verbs => ["", "run", "ingest", "build", "check", "status", "query", "export", "figures", "plan", "plan calendar", "snapshots", "snapshots prune", "template", "synth", "drift", "diff"];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_OfAVerb_ReadsAsAccepted(string verb)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var said = CommandProcess.Run(folder.FullName, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);

            Assert.Equal(0, said.Exit);
            IsAccepted($"help{(verb.Length > 0 ? "-" : "")}{verb.Replace(' ', '-')}.{language}.txt", said.Out);
        }
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Run_DemoCity_SummaryReadsAsAccepted(string language)
    {
        var said = CommandProcess.Run(folder.FullName, "run", WritingCommandTests.RepositoryFile("data-samples/demo-city"), "--lang", language);

        Assert.Equal(0, said.Exit);
        IsAccepted($"run-demo-city.{language}.txt", said.Out);
    }

    // The parser's own headings follow the runtime's cultures, which an invariant one lacks: held here are the words that are ours.
    static readonly (string Zh, string En)[] Headings =
        [("用法:", "Usage:"), ("参数:", "Arguments:"), ("选项:", "Options:"), ("命令:", "Commands:"), ("显示版本信息", "Show version information")];

    static void IsAccepted(string name, string text, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
        var plain = Headings.Aggregate(LineEnd().Replace(text, "\n").Trim('\n') + "\n", (said, heading) => said.Replace(heading.Zh, heading.En, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, plain);
        }

        Assert.Equal(File.ReadAllText(path), plain);
    }

    [GeneratedRegex(@"[ \r]*\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineEnd();
}
