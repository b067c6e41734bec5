namespace Junheng.Pipelines.Tests.Judging;

[Trait("Kind", "long")]
[Collection(nameof(NorthCarolina))]
public sealed class NorthCarolinaSnapshotBytesTests(NorthCarolina state)
{
    [SharedFact(NorthCarolina.Schools)]
    public void Snapshot_MadeOnTwoThreadsAndOnOne_HasTheSameBytes() => SnapshotBytes.AreThoseOf(
        state.Judged, () => NorthCarolina.Judge(threads: 1));
}
