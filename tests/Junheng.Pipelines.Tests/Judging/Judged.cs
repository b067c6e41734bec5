using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Judging;

/// <summary>What the pipeline made of a filing, read back from the snapshot. Gone with its folder.</summary>
sealed class Judged(string root, BuildOutcome outcome, int threads) : IDisposable
{
    readonly Lazy<SnapshotReader> reader = new(() => SnapshotReader.Open(
        outcome.Made ? outcome.Snapshot! : throw new InvalidOperationException(string.Join('\n', outcome.Findings.Take(5).Select(finding => $"{finding.Code} {finding.Place} {finding.Value}"))),
        new EngineOptions(threads, "1GB", Path.Combine(root, "read"))));

    public BuildOutcome Outcome => outcome;

    public Snapshot Snapshot => reader.Value.Snapshot;

    public SnapshotReader Reader => reader.Value;

    /// <summary>Folder of the source that was judged, when it was written for the test.</summary>
    public string Source => Path.Combine(root, "source");

    public RowSet Query(string sql) => reader.Value.Query(sql, CancellationToken.None);

    public IReadOnlyList<CoefficientRow> Coefficients(string where = "true") =>
        CoefficientRow.Of(Query($"{CoefficientRow.Select} where {where} order by year, county_code, stage, indicator"));

    public CoefficientRow Coefficient(string county, string stage, string indicator) =>
        Assert.Single(Coefficients($"county_code = '{county}' and stage = '{stage}' and indicator = '{indicator}'"));

    public IReadOnlyList<SchoolRow> Schools(string where = "true") =>
        SchoolRow.Of(Query($"{SchoolRow.Select} where part = '' and {where} order by year, school_code, stage, indicator"));

    public SchoolRow School(string code, string stage, string indicator) =>
        Assert.Single(Schools($"school_code = '{code}' and stage = '{stage}' and indicator = '{indicator}'"));

    /// <summary>The 6-of-7 verdicts by school and stage.</summary>
    public IReadOnlyDictionary<(string School, string Stage), string> SchoolVerdicts() =>
        Query("select school_code, stage, verdict from school_verdict").Rows.ToDictionary(row => ((string)row[0]!, (string)row[1]!), row => (string)row[2]!);

    public void Dispose()
    {
        if (reader.IsValueCreated) reader.Value.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
