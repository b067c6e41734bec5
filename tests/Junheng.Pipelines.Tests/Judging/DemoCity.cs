using Junheng.Models.Findings;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The committed sample, built once for every test that only reads it. It goes when the tests end.</summary>
static class DemoCity
{
    static readonly Lazy<BuildOutcome> Outcome = new(Build);

    public static BuildOutcome Built => Outcome.Value;

    static BuildOutcome Build()
    {
        var root = Directory.CreateTempSubdirectory("junheng-city-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete(recursive: true);
        var findings = new FindingList();
        var definition = Definition.Read(SampleCity.Folder, new Dictionary<string, string>(StringComparer.Ordinal), null, findings);
        Assert.False(findings.HasErrors, string.Join('\n', findings.Select(finding => finding.Code)));
        var folder = new WarehouseFolder(root.FullName);
        folder.Create();
        var outcome = new SnapshotBuilder(folder, definition!, Filing.Library, new BuildOptions(Threads: 2), _ => { }).Build(() => "{}", CancellationToken.None);
        Assert.False(outcome.Failed, string.Join('\n', outcome.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value}")));
        return outcome;
    }
}
