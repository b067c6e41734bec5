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
        AgeCells(Path.Combine(source.Warehouse, "raw", "cells"));
        source.Replace(SmallSource.Stages, "001,小学,900", "001,小学,901");

        var outcome = source.Build();

        Assert.Equal([3L], Assert.Single(outcome.Query(source, "select count(*) from school").Rows));
    }

    static void AgeCells(string folder)
    {
        using var scratch = new ScratchEngine();
        foreach (var path in Directory.EnumerateFiles(folder, "*.parquet").ToList())
        {
            var older = scratch.PathTo("older.parquet");
            scratch.Engine.Execute($"COPY (SELECT * REPLACE ('key of ' || file AS file) FROM read_parquet({SqlText.Literal(path)})) TO {SqlText.Literal(older)} (FORMAT parquet)");
            File.Move(older, path, overwrite: true);
            var index = Path.ChangeExtension(path, ".json");
            File.WriteAllText(index, File.ReadAllText(index).Replace("\"format\":2", "\"format\":1", StringComparison.Ordinal));
        }
    }
}
