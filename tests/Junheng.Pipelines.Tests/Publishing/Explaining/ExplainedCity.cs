using Junheng.Models.Findings;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>A built source with an explainer over it.</summary>
sealed class ExplainedCity : IDisposable
{
    static readonly ModelLibrary Verdicts = Filing.Library.For(["county_coefficient", "school_verdict"]);

    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-explain-");

    ExplainedCity(string source, bool withoutChecks = false)
    {
        var findings = new FindingList();
        var definition = Definition.Read(source, new Dictionary<string, string>(StringComparer.Ordinal), null, findings);
        Assert.False(findings.HasErrors, string.Join('\n', findings.Select(finding => finding.Code)));
        if (withoutChecks) definition = definition! with { Checks = [] };
        var folder = new WarehouseFolder(Path.Combine(root.FullName, "warehouse"));
        folder.Create();
        var outcome = new SnapshotBuilder(folder, definition!, withoutChecks ? Verdicts : Filing.Library, new BuildOptions(), _ => { }).Build(() => "{}", CancellationToken.None);
        Assert.False(outcome.Failed, string.Join('\n', outcome.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value}")));
        (Source, Reader) = (source, Open(outcome.Snapshot!));
        Explainer = new Explainer(Reader, CancellationToken.None);
    }

    ExplainedCity(string source, Snapshot snapshot)
    {
        (Source, Reader) = (source, Open(snapshot));
        Explainer = new Explainer(Reader, CancellationToken.None);
    }

    public string Source { get; }

    public SnapshotReader Reader { get; }

    public Explainer Explainer { get; }

    public static ExplainedCity Of(string source) => new(source);

    /// <summary>Judged without a look at whether the numbers fit each other: where one of them was changed alone.</summary>
    public static ExplainedCity Unchecked(string source) => new(source, withoutChecks: true);

    /// <summary>The sample, built once for all.</summary>
    public static ExplainedCity Demo() => new(SampleCity.Folder, DemoCity.Built.Snapshot!);

    public static ExplainedCity NorthCarolina() => new(RepositoryRoot.File("data-samples/north-carolina"), Judging.NorthCarolina.Shared.Value.Snapshot);

    public Explanation Explain(string words)
    {
        var all = words.Split(' ');
        var (explanation, refusal) = Explainer.Explain(all[0], all[1..]);
        Assert.True(explanation is not null, $"{words}: {refusal?.Key} {string.Join("; ", refusal?.Facts ?? [])}");
        return explanation;
    }

    public object? Stored(Explanation explanation, string column)
    {
        var tests = explanation.Question.Key.Select((pair, at) => FormattableString.Invariant($"cast({pair.Column} as varchar) = $v{at}"));
        var rows = Reader.Query($"select {column} from {explanation.Question.Table} where {string.Join(" and ", tests)}", CancellationToken.None,
            [.. explanation.Question.Key.Select((pair, at) => (FormattableString.Invariant($"v{at}"), (object?)pair.Value))]);
        return Assert.Single(rows.Rows)[0];
    }

    SnapshotReader Open(Snapshot snapshot) => SnapshotReader.Open(snapshot, new EngineOptions(1, "1GB", Path.Combine(root.FullName, "tmp")));

    public void Dispose()
    {
        Reader.Dispose();
        root.Delete(recursive: true);
    }
}
