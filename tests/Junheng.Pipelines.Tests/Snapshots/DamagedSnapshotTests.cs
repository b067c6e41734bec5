using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Snapshots;

[Trait("Kind", "long")]
public sealed class DamagedSnapshotTests : IDisposable
{
    readonly SmallSource source = new();
    readonly WarehouseFolder folder;
    readonly SnapshotStore store;

    public DamagedSnapshotTests()
    {
        folder = new WarehouseFolder(source.Warehouse);
        store = new SnapshotStore(folder);
        source.Build();
        source.Build(asOf: new DateOnly(2025, 1, 1));
    }

    public void Dispose() => source.Dispose();

    [Fact]
    public void Current_AllIsWell_IsTheNamedOne()
    {
        Assert.Equal(2, store.Current(out var fellBack)!.Number);
        Assert.Null(fellBack);
    }

    [Fact]
    public void Current_TableOfAnotherSize_FallsBackAndSaysSo()
    {
        File.AppendAllText(Path.Combine(folder.SnapshotOf(2), "school.parquet"), "x");

        Assert.Equal(1, store.Current(out var fellBack)!.Number);
        Assert.Equal(2, fellBack);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"format\": 2}")]
    [InlineData("{\"format\": 1}")]
    public void Current_CatalogGoneOrBroken_FallsBackAndSaysSo(string? text)
    {
        var path = Path.Combine(folder.SnapshotOf(2), Catalog.FileName);
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);

        Assert.Equal(1, store.Current(out var fellBack)!.Number);
        Assert.Equal(2, fellBack);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two")]
    [InlineData("99")]
    public void Current_TextFileDamaged_IsTheNewestWholeOne(string text)
    {
        File.WriteAllText(folder.Current, text);

        Assert.Equal(2, store.Current(out var fellBack)!.Number);
        Assert.NotNull(fellBack);
    }

    [Fact]
    public void Build_CurrentDamaged_NamesAWholeOneAgain()
    {
        File.Delete(Path.Combine(folder.SnapshotOf(2), "school.parquet"));

        source.Build();

        store.Current(out var fellBack);
        Assert.Null(fellBack);
    }

    [Fact]
    public void Prune_KeepsTheNewestAndTheCurrent()
    {
        source.Build(asOf: new DateOnly(2025, 1, 2));
        File.WriteAllText(folder.Current, "1\n");

        var gone = store.Prune(1);

        Assert.Equal([2], gone);
        Assert.Equal([1, 3], store.Numbers);
        Assert.False(File.Exists(folder.RunOf(2)));
    }

    [Fact]
    public void Take_AfterAKilledRun_SweepsWhatItLeft()
    {
        Directory.CreateDirectory(folder.Staging);
        File.WriteAllText(Path.Combine(folder.Staging, "school.parquet"), "half");
        File.WriteAllText(Path.Combine(folder.Temp, "rows.csv"), "half");
        string[] halves = [Path.Combine(folder.Raw, "cells", "x.parquet.partial"), Path.Combine(folder.Raw, "files", "x.part"), folder.Current + ".part"];
        foreach (var half in halves) File.WriteAllText(half, "half");

        using (WarehouseLock.Take(folder, "test", TimeSpan.Zero, _ => { }, CancellationToken.None).Lock)
        {
            Assert.False(Directory.Exists(folder.Staging));
            Assert.Empty(Directory.EnumerateFiles(folder.Temp));
            Assert.All(halves, half => Assert.False(File.Exists(half)));
        }

        Assert.Equal(2, store.Current(out _)!.Number);
    }
}
