using Junheng.Pipelines.Synthesis;

namespace Junheng.Pipelines.Tests.Synthesis;

public sealed class DemoDistrictTests
{
    static readonly string Committed = RepositoryRoot.File("data-samples/demo-district");

    [Fact]
    public void Write_Seed1_GivesTheCommittedSample()
    {
        using var folder = new TemporaryFolder();

        DemoDistrict.Write(folder.Inside, 1, overForeignFiles: false, CancellationToken.None);

        Assert.Equal(Contents(Committed), Contents(folder.Inside));
    }

    [Fact]
    public void Write_OverTheCity_Refuses()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Inside);
        File.Copy(Path.Combine(SampleCity.Folder, "README.md"), Path.Combine(folder.Inside, "README.md"));

        Assert.Equal(SynthesisRefusal.FolderNotEmpty, DemoDistrict.Write(folder.Inside, 1, overForeignFiles: false, CancellationToken.None).Refusal);
    }

    [Fact]
    public void EveryFile_SaysItIsSynthetic() => Assert.All(Contents(Committed).Values, text =>
    {
        var first = text.Split('\n')[0];
        Assert.Contains("示例数据", first, StringComparison.Ordinal);
        Assert.Contains("synthetic", first, StringComparison.Ordinal);
    });

    static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal),
        StringComparer.Ordinal);
}
