using System.Globalization;
using System.Text;
using Junheng.Pipelines.Synthesis;

namespace Junheng.Pipelines.Tests.Synthesis;

public sealed class DemoCityBytesTests
{
    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();

        DemoCity.Write(one.Inside, 7, CancellationToken.None);
        DemoCity.Write(other.Inside, 7, CancellationToken.None);

        Assert.Equal(Contents(one.Inside), Contents(other.Inside));
    }

    [Fact]
    public void Write_Seed1_GivesTheCommittedSample()
    {
        using var folder = new TemporaryFolder();

        DemoCity.Write(folder.Inside, 1, CancellationToken.None);

        Assert.Equal(Contents(SampleCity.Folder), Contents(folder.Inside));
    }

    [Fact]
    public void Write_OtherSeed_GivesOtherNumbers()
    {
        using var folder = new TemporaryFolder();

        DemoCity.Write(folder.Inside, 2, CancellationToken.None);

        var ours = Contents(SampleCity.Folder);
        var others = Contents(folder.Inside);
        Assert.Equal(ours.Keys, others.Keys);
        Assert.All(ours.Keys.Where(path => path.EndsWith(".csv", StringComparison.Ordinal)), path => Assert.NotEqual(ours[path], others[path], StringComparer.Ordinal));
    }

    [Fact]
    public void Write_UnderAnotherCulture_GivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        var culture = CultureInfo.CurrentCulture;
        // Made by hand, as named cultures are not there under invariant globalisation.
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "minus ";
        try
        {
            CultureInfo.CurrentCulture = comma;
            DemoCity.Write(folder.Inside, 1, CancellationToken.None);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(Contents(SampleCity.Folder), Contents(folder.Inside));
    }

    [Fact]
    public void Sample_EveryFile_SaysItIsSynthetic() =>
        Assert.All(Contents(SampleCity.Folder).Values, text =>
        {
            var first = text.Split('\n')[0];
            Assert.Contains("示例数据", first, StringComparison.Ordinal);
            Assert.Contains("synthetic", first, StringComparison.Ordinal);
        });

    [Fact]
    public void Sample_EveryFile_IsPlainUtf8WithLineFeeds() =>
        Assert.All(Contents(SampleCity.Folder).Values, text =>
        {
            Assert.NotEqual('\uFEFF', text[0]);
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        });

    /// <summary>By relative path. A strict decoder keeps the byte order mark and refuses what is no UTF-8, so equal texts are equal bytes.</summary>
    static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
            path => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)),
            StringComparer.Ordinal),
        StringComparer.Ordinal);
}
