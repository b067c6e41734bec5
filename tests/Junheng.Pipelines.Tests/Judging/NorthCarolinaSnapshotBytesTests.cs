namespace Junheng.Pipelines.Tests.Judging;

[Collection(nameof(NorthCarolina))]
public sealed class NorthCarolinaSnapshotBytesTests(NorthCarolina state)
{
    [SharedFact(NorthCarolina.Schools)]
    public void Snapshot_MadeOnTwoThreadsAndOnOne_HasTheSameBytes() => SnapshotBytes.AreThoseOf(
        state.Judged, () => NorthCarolina.Judge(threads: 1));
}
