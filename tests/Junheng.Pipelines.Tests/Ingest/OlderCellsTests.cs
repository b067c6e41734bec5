using Junheng.Pipelines.Tests.Engine;
using Junheng.Pipelines.Warehouse.Engine;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>A warehouse whose cells an earlier version kept, each beside its file's whole key: no row of it may go.</summary>
public sealed class OlderCellsTests
{
    [Fact]
    public void Build_OnCellsOfAnEarlierVersion_ReadsThemAgain()
    {
        using var source = new SmallSource();
        source.Build();
        Assert.Equal(1, AgeCells(Path.Combine(source.Warehouse, "raw", "cells")));
        // No file changes, so the batch stays what it was; the map does, so that its rows are asked for once more.
        source.Replace(SmallSource.Map, "镇区: town", "镇区: rural");

        var outcome = source.Build();

        Assert.Equal([["001", "urban"], ["002", "rural"], ["003", "rural"]], outcome.Query(source, "select school_code, area from school order by school_code").Rows);
    }

    /// <returns>How many batches there were.</returns>
    static int AgeCells(string folder)
    {
        using var scratch = new ScratchEngine();
        var aged = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*.parquet").ToList())
        {
            var older = scratch.PathTo("older.parquet");
            scratch.Engine.Execute($"COPY (SELECT * REPLACE ('key of ' || file AS file) FROM read_parquet({SqlText.Literal(path)})) TO {SqlText.Literal(older)} (FORMAT parquet)");
            File.Move(older, path, overwrite: true);
            var index = Path.ChangeExtension(path, ".json");
            var text = File.ReadAllText(index);
            File.WriteAllText(index, text.Replace("\"format\":2", "\"format\":1", StringComparison.Ordinal));
            Assert.NotEqual(text, File.ReadAllText(index));
            aged++;
        }

        return aged;
    }
}
