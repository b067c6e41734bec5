using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>What a build came to.</summary>
/// <param name="Snapshot">The snapshot that now stands; null when there is none yet.</param>
/// <param name="Made">Whether it is new.</param>
/// <param name="Findings">Everything found on the way.</param>
/// <param name="StepsRun">Steps that were computed, not reused.</param>
public sealed record BuildOutcome(Snapshot? Snapshot, bool Made, FindingList Findings, IReadOnlyList<string> StepsRun)
{
    public bool Failed => !Made && Findings.HasErrors;
}
