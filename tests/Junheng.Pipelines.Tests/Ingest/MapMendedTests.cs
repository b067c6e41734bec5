namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>A wrong map found on day 30: the cells are mapped again, the originals are not needed again.</summary>
public sealed class MapMendedTests
{
    [Fact]
    public void Build_MapMendedLater_MapsTheKeptCellsAgain()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Map, "pupils: 在校生", "pupils: 班数");
        source.Replace(SmallSource.Map, "classes: 班数", "classes: 在校生");
        var wrong = source.Build();
        var kept = Kept(source);
        source.Replace(SmallSource.Map, "pupils: 班数", "pupils: 在校生");
        source.Replace(SmallSource.Map, "classes: 在校生", "classes: 班数");

        var right = source.Build();

        Assert.Equal(20m, Pupils(wrong, source));
        Assert.Equal(900m, Pupils(right, source));
        Assert.Equal(kept, Kept(source));
    }

    [Fact]
    public void Build_MapThatFailed_IsMendedWithoutReadingAgain()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Map, "pupils: 在校生", "pupils: 学生数");
        Assert.True(source.Build().Failed);
        var kept = Kept(source);
        source.Replace(SmallSource.Map, "pupils: 学生数", "pupils: 在校生");

        var outcome = source.Build();

        Assert.True(outcome.Made);
        Assert.Equal(kept, Kept(source));
    }

    static object? Pupils(Warehouse.Building.BuildOutcome outcome, SmallSource source) =>
        outcome.Query(source, "select pupils from school_stage where school_code = '001' and stage = 'primary'")[0, "pupils"];

    // Names, sizes and times of writing: none is written a second time.
    static List<string> Kept(SmallSource source) => Directory.EnumerateFiles(Path.Combine(source.Warehouse, "raw"), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(path => FormattableString.Invariant($"{path} {new FileInfo(path).Length} {File.GetLastWriteTimeUtc(path):O}")).ToList();
}
