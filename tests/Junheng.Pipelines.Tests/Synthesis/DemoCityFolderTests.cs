using Junheng.Pipelines.Synthesis;

namespace Junheng.Pipelines.Tests.Synthesis;

public sealed class DemoCityFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_NewFolder_ListsEveryFileItWrote()
    {
        var outcome = DemoCity.Write(folder.Inside, 1, CancellationToken.None);

        Assert.True(outcome.IsWritten);
        Assert.Equal(
            Directory.EnumerateFiles(folder.Inside, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            outcome.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_OverAnEarlierSample_ReplacesIt()
    {
        DemoCity.Write(folder.Inside, 1, CancellationToken.None);
        var before = File.ReadAllText(In("2019/stages.csv"));

        var outcome = DemoCity.Write(folder.Inside, 2, CancellationToken.None);

        Assert.True(outcome.IsWritten);
        Assert.NotEqual(before, File.ReadAllText(In("2019/stages.csv")), StringComparer.Ordinal);
    }

    [Fact]
    public void Write_ForeignFiles_RefusesAndTouchesNothing()
    {
        Directory.CreateDirectory(folder.Inside);
        File.WriteAllText(In("source.yaml"), "mine");

        var outcome = DemoCity.Write(folder.Inside, 1, CancellationToken.None);

        Assert.Equal(SynthesisRefusal.FolderNotEmpty, outcome.Refusal);
        Assert.Equal("mine", File.ReadAllText(In("source.yaml")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Inside));
    }

    [Fact]
    public void Write_ForeignFilesAndToldTo_KeepsThem()
    {
        Directory.CreateDirectory(folder.Inside);
        File.WriteAllText(In("notes.txt"), "mine");

        var outcome = DemoCity.Write(folder.Inside, 1, overForeignFiles: true, CancellationToken.None);

        Assert.True(outcome.IsWritten);
        Assert.Equal("mine", File.ReadAllText(In("notes.txt")));
    }

    [Fact]
    public void Write_FileInThePlaceOfTheFolder_Refuses()
    {
        File.WriteAllText(folder.Inside, "");

        Assert.Equal(SynthesisRefusal.NotAFolder, DemoCity.Write(folder.Inside, 1, overForeignFiles: true, CancellationToken.None).Refusal);
    }

    [Fact]
    public void Write_AfterARunThatWasCutShort_WritesAgain()
    {
        DemoCity.Write(folder.Inside, 1, CancellationToken.None);
        File.Delete(In("source.yaml"));
        File.Move(In("2024/stages.csv"), In("2024/stages.csv.partial"));

        Assert.True(DemoCity.Write(folder.Inside, 1, CancellationToken.None).IsWritten);
        Assert.Empty(Directory.EnumerateFiles(folder.Inside, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public void Write_Cancelled_LeavesNothing()
    {
        Assert.Throws<OperationCanceledException>(() => DemoCity.Write(folder.Inside, 1, new CancellationToken(canceled: true)));
        Assert.False(Directory.Exists(folder.Inside));
    }

    string In(string path) => Path.Combine(folder.Inside, path);
}
