using Junheng.Pipelines.Publishing.Comparing;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing;

static class Compared
{
    /// <summary>What differs between two builds of a source.</summary>
    public static IReadOnlyList<SnapshotChange> Between(BuildOutcome before, BuildOutcome after, SmallSource source)
    {
        using var reader = SnapshotReader.Open(after.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "scratch")));
        return new SnapshotComparison(before.Snapshot!, reader, CancellationToken.None).Changes();
    }

    /// <summary>What of it concerns one county; null when there is none of that code.</summary>
    public static IReadOnlyList<SnapshotChange>? Between(BuildOutcome before, BuildOutcome after, SmallSource source, string county)
    {
        using var reader = SnapshotReader.Open(after.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "scratch")));
        return new SnapshotComparison(before.Snapshot!, reader, CancellationToken.None).Changes(county);
    }
}
