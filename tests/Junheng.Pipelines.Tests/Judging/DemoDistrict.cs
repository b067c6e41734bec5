using Junheng.Models.Findings;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>The committed sample with faults, its errors accepted; built once, no further than the verdicts.</summary>
static class DemoDistrict
{
    public static string Folder { get; } = RepositoryRoot.File("data-samples/demo-district");

    static readonly Lazy<BuildOutcome> Outcome = new(() => Build(acceptPartial: true));

    public static BuildOutcome Built => Outcome.Value;

    public static BuildOutcome Build(bool acceptPartial)
    {
        var root = Directory.CreateTempSubdirectory("junheng-district-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete(recursive: true);
        var findings = new FindingList();
        var definition = Definition.Read(Folder, new Dictionary<string, string>(StringComparer.Ordinal), null, findings);
        Assert.False(findings.HasErrors, string.Join('\n', findings.Select(finding => finding.Code)));
        var folder = new WarehouseFolder(root.FullName);
        folder.Create();
        var library = Filing.Library.For(["reason", "county_indicator", "county_verdict", "county_veto", "school_verdict", "school_rule_result"]);
        return new SnapshotBuilder(folder, definition!, library, new BuildOptions(acceptPartial, 2, "1GB"), _ => { }).Build(() => "{}", CancellationToken.None);
    }
}
