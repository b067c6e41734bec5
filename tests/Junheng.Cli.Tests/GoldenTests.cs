namespace Junheng.Cli.Tests;

/// <summary>What people read, word by word. Changed on purpose: run once with <c>JUNHENG_ACCEPT=1</c> and look at the difference.</summary>
public sealed class GoldenTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");

    public static TheoryData<string> Verbs => ["", "run", "ingest", "build", "check", "status", "query", "export", "figures", "brief", "workbook", "plan", "plan calendar", "plan cheapest", "plan sample", "plan review", "plan finance", "whatif", "rank", "gap", "explain", "snapshots", "snapshots prune", "template", "synth", "drift", "diff"];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_OfAVerb_ReadsAsAccepted(string verb)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var said = CommandProcess.Run(folder.FullName, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);

            Assert.Equal(0, said.Exit);
            Golden.IsAccepted($"help{(verb.Length > 0 ? "-" : "")}{verb.Replace(' ', '-')}.{language}.txt", said.Out);
        }
    }
}
