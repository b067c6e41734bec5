using System.Runtime.InteropServices;

namespace Junheng.Cli.Tests;

public sealed partial class WritingCommandTests : IDisposable
{
    const int Interrupt = 2;
    const int Times = 10;
    readonly SmallSource source = new();

    public void Dispose() => source.Dispose();

    [Fact]
    [Trait("Kind", "long")]
    public void Build_KilledAtAnyMoment_LeavesTheLastGoodSnapshot()
    {
        Run("build", "source");
        // A seeded draw, not a secret.
#pragma warning disable CA5394
        var random = new Random(20);
        for (var time = 0; time < Times; time++)
        {
            source.Replace(SmallSource.Stages, FormattableString.Invariant($"001,小学,{900 + time}"), FormattableString.Invariant($"001,小学,{901 + time}"));
            using (var build = CommandProcess.Start(source.Root, [], "build", "source"))
            {
                if (!build.WaitForExit(random.Next(50, 1300))) build.Kill();
                build.WaitForExit();
            }
#pragma warning restore CA5394

            Assert.Equal(0, Run("status", "--format", "csv").Exit);
        }

        Assert.Equal(0, Run("build", "source").Exit);
        Assert.Equal(FormattableString.Invariant($"pupils\n{900 + Times}.000000\n"), Run("query", "select pupils from school_stage where school_code = '001'", "--format", "csv").Out);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(source.Root, "warehouse/small/snapshots"), ".staging"));
    }

    [Fact]
    public void Build_TwoAtOnce_BothEndWell()
    {
        using var one = CommandProcess.Start(source.Root, [], "build", "source");
        using var other = CommandProcess.Start(source.Root, [], "build", "source", "--lang", "en");

        var ends = new[] { CommandProcess.End(one), CommandProcess.End(other) };

        Assert.All(ends, said => Assert.Equal(0, said.Exit));
        Assert.StartsWith("number,", Run("snapshots", "--format", "csv").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Interrupted_ExitsAsShellsSay()
    {
        Run("build", "source");
        source.WriteYear(2023);
        using var build = CommandProcess.Start(source.Root, [], "build", "source");
        build.StandardError.ReadLine();

        _ = Send(build.Id, Interrupt);
        build.WaitForExit();

        Assert.Equal(130, build.ExitCode);
        Assert.Equal("1\n", File.ReadAllText(Path.Combine(source.Root, "warehouse/small/current")));
    }

    [Fact]
    public void Build_BadData_ExitsOneWithTheListAndPartialOnlyWhenAsked()
    {
        source.Replace(SmallSource.Stages, "900,20,60,50", "900,20,60,五十");

        var refused = Run("build", "source", "--lang", "en");
        var accepted = Run("build", "source", "--lang", "en", "--accept-partial");
        var rows = Run("export", "school", "--lang", "en");
        var gap = Run("gap", "--lang", "en");
        var diff = Run("diff", "1", "1", "--lang", "en");
        var review = Run("plan", "review", "--county", "990101", "--schools", "1", "--lang", "en");
        var workbook = Run("workbook", "gaps", "--lang", "en");
        var again = Run("build", "source");

        Assert.Equal((1, 0, 0, 1), (refused.Exit, accepted.Exit, rows.Exit, again.Exit));
        Assert.Contains("error CELL-NOT-NUMBER  2024/stages.csv  row 2  F 本科\n    \"五十\" is not a number\n    To mend: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("\nerror,CELL-NOT-NUMBER,2024/stages.csv,,2,F 本科,五十,", File.ReadAllText(Path.Combine(source.Root, "out/small/findings.csv")), StringComparison.Ordinal);
        Assert.Contains("Partial", accepted.Out, StringComparison.Ordinal);
        Assert.Contains("Partial", rows.Error, StringComparison.Ordinal);
        Assert.Contains("Partial", workbook.Error, StringComparison.Ordinal);
        Assert.All(new[] { gap, diff, review }, shown => Assert.Contains("Partial", shown.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_OtherCultureAndZone_GivesTheSameBytes()
    {
        Run("build", "source", "--warehouse", "here");
        var ours = Tables("here");
        Assert.NotEmpty(ours);

        Dictionary<string, string>[] environments =
        [
            new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            new() { ["LC_ALL"] = "tr_TR.UTF-8", ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "America/St_Johns" },
        ];
        foreach (var (environment, number) in environments.Select((environment, number) => (environment, number)))
        {
            var there = FormattableString.Invariant($"there{number}");
            Assert.Equal(0, CommandProcess.Run(source.Root, environment, "build", "source", "--warehouse", there, "--threads", "1").Exit);
            Assert.Equal(ours, Tables(there));
        }
    }

    [Fact]
    public void Status_SeveralWarehouses_ListsThemAndExitsTwo()
    {
        Directory.CreateDirectory(Path.Combine(source.Root, "warehouse/one/snapshots/1"));
        Directory.CreateDirectory(Path.Combine(source.Root, "warehouse/two/snapshots/1"));

        var said = Run("status");

        Assert.Equal(2, said.Exit);
        Assert.Contains("--warehouse warehouse/one", said.Error, StringComparison.Ordinal);
        Assert.Contains("--warehouse warehouse/two", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_SharedDataAbsent_NamesWhereItIsExpected()
    {
        var said = CommandProcess.Run(source.Root, new Dictionary<string, string> { ["JUNHENG_SHARED"] = Path.Combine(source.Root, "absent") }, "build", RepositoryFile("data-samples/north-carolina"), "--lang", "en");

        Assert.Equal(1, said.Exit);
        Assert.Contains("Set JUNHENG_SHARED to the folder of shared data, or put it beside the checkout as ../shared", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Synth_Twice_GivesTheSameBytes()
    {
        Assert.Equal(0, Run("synth", "--seed", "3", "--out", "one").Exit);
        Assert.Equal(0, Run("synth", "--seed", "3", "--out", "two").Exit);
        Assert.Equal(Bytes("one", "*"), Bytes("two", "*"));
    }

    [Fact]
    public void Run_TemplateNobodyFilledIn_SaysSoAndNothingElse()
    {
        Assert.Equal(0, Run("template", "--out", "blank").Exit);

        var run = Run("run", "blank", "--lang", "en");
        var status = Run("status", "--lang", "zh");

        Assert.Equal((0, 0), (run.Exit, status.Exit));
        Assert.Contains("Nothing is filled in yet", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Counties in", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("was not drawn", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("尚未填报", status.Out, StringComparison.Ordinal);
    }

    internal static string RepositoryFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, path);
    }

    Said Run(params string[] arguments) => CommandProcess.Run(source.Root, arguments);

    List<string> Tables(string warehouse) => Bytes(Path.Combine(warehouse, "snapshots/1"), "*");

    List<string> Bytes(string folder, string pattern) => Directory.EnumerateFiles(Path.Combine(source.Root, folder), pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Path.Combine(source.Root, folder), path) + " " + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))))
        .Order(StringComparer.Ordinal).ToList();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
