namespace Junheng.Pipelines.Tests.Judging;

[Collection(nameof(DemoCityBuilt))]
[Trait("Kind", "long")]
public sealed class DemoCitySnapshotBytesTests(DemoCityBuilt city)
{
    [Fact]
    public void Snapshot_MadeTwiceOnOneAndOnTwoThreads_HasTheSameBytes() => SnapshotBytes.AreThoseOf(
        city.Judged, () => DemoCityBuilt.Judge(threads: 2), () => DemoCityBuilt.Judge(threads: 1));
}
