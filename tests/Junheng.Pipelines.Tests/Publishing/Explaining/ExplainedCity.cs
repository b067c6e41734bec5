using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>A source built into a warehouse of its own, with an explainer over it.</summary>
sealed class ExplainedCity : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("junheng-explain-");

    ExplainedCity(string source, bool withoutChecks = false)
    {
        Source = source;
        var findings = new FindingList();
        var definition = Definition.Read(source, new Dictionary<string, string>(StringComparer.Ordinal), null, findings);
        Assert.False(findings.HasErrors, string.Join('\n', findings.Select(finding => finding.Code)));
        if (withoutChecks) definition = definition! with { Checks = [] };
        var folder = new WarehouseFolder(Path.Combine(root.FullName, "warehouse"));
        folder.Create();
        var outcome = new SnapshotBuilder(folder, definition!, ModelLibrary.Read(ShippedContent.Sql), new BuildOptions(), _ => { }).Build(() => "{}", CancellationToken.None);
        Assert.False(outcome.Failed, string.Join('\n', outcome.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Value}")));
        Reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(root.FullName, "tmp")));
        Explainer = new Explainer(Reader, CancellationToken.None);
    }

    public string Source { get; }

    public SnapshotReader Reader { get; }

    public Explainer Explainer { get; }

    public static ExplainedCity Of(string source) => new(source);

    /// <summary>Judged without a look at whether the numbers fit each other: where one of them was changed alone.</summary>
    public static ExplainedCity Unchecked(string source) => new(source, withoutChecks: true);

    public static ExplainedCity Demo() => new(SampleCity.Folder);

    /// <summary>Null where the shared data is not there.</summary>
    public static ExplainedCity? NorthCarolina() =>
        SharedData.Find() is { } shared && File.Exists(Path.Combine(shared, "data/north-carolina/nc_schools_2014_2019.csv.gz"))
            ? new(RepositoryRoot.File("data-samples/north-carolina"))
            : null;

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

    public void Dispose()
    {
        Reader.Dispose();
        root.Delete(recursive: true);
    }
}
