using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>Builds a <see cref="SmallSource"/> in this process, as the command does.</summary>
static class SmallBuild
{
    static readonly Dictionary<string, string> NothingSet = [];

    public static ModelLibrary Whole { get; } = ModelLibrary.Read(ShippedContent.Sql);

    /// <summary>What most ask of a small source. A test that asks more says <see cref="Whole"/>.</summary>
    public static IReadOnlyList<string> Asked { get; } = ["county_coefficient", "school_verdict"];

    public static ModelLibrary Library { get; } = Whole.For(Asked);

    /// <summary>The outcome; what stopped the definition comes as an outcome too.</summary>
    public static BuildOutcome Build(this SmallSource source, bool acceptPartial = false, IReadOnlyDictionary<string, string>? set = null, DateOnly? asOf = null, ModelLibrary? library = null, string? rulePack = null)
    {
        var findings = new FindingList();
        if (Definition.Read(source.Folder, set ?? NothingSet, asOf, rulePack, findings) is not { } definition)
            return new BuildOutcome(null, false, findings, []);
        var folder = new WarehouseFolder(source.Warehouse);
        var (held, _) = WarehouseLock.Take(folder, "test", TimeSpan.Zero, _ => { }, CancellationToken.None);
        using (held)
            return new SnapshotBuilder(folder, definition, library ?? Library, new BuildOptions(acceptPartial, Threads: 1), _ => { }).Build(() => "{}", CancellationToken.None);
    }

    /// <summary>What reading alone finds: far quicker than a build.</summary>
    public static FindingList Findings(this SmallSource source) => source.Ingest().Findings;

    public static (FindingList Findings, IReadOnlyList<RowCount> Counts) Ingest(this SmallSource source)
    {
        var findings = new FindingList();
        if (Definition.Read(source.Folder, NothingSet, null, findings) is not { } definition) return (findings, []);
        var folder = new WarehouseFolder(source.Warehouse);
        folder.Create();
        var counts = Reading.Read(
            folder, definition.Source, definition.Map, definition.Catalog, definition.Files, Library.Documents, findings, _ => { }, CancellationToken.None);
        return (findings, counts);
    }

    public static RowSet Query(this BuildOutcome outcome, SmallSource source, string sql)
    {
        using var reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "scratch")));
        return reader.Query(sql, CancellationToken.None);
    }
}
