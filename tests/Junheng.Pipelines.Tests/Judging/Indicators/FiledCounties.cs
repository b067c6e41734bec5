using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>Counties filed in our own field names, judged once by the shipped rules and models.</summary>
sealed class FiledCounties : IDisposable
{
    // What cases ask for: the county's verdicts and what stands beside them.
    static readonly ModelLibrary Asked = Filing.Library.For(["county_verdict", "county_veto", "class_size", "unit_ratio"]);

    readonly TemporaryFolder folder = new();
    readonly SnapshotReader reader;

    public FiledCounties(IReadOnlyList<CountyFiling> counties, params (string Name, string Value)[] parameters)
        : this(counties, "national-2017", false, parameters)
    {
    }

    public FiledCounties(IReadOnlyList<CountyFiling> counties, bool acceptPartial, params (string Name, string Value)[] parameters)
        : this(counties, "national-2017", acceptPartial, parameters)
    {
    }

    public FiledCounties(IReadOnlyList<CountyFiling> counties, string rulePack, params (string Name, string Value)[] parameters)
        : this(counties, rulePack, false, parameters)
    {
    }

    /// <summary>Judged without a look at whether the numbers fit each other: cases change one number at a time, and some hold what cannot be.</summary>
    public static FiledCounties Unchecked(IReadOnlyList<CountyFiling> counties, params (string Name, string Value)[] parameters) =>
        new(counties, "national-2017", false, parameters, withoutChecks: true);

    /// <summary>By another pack, with what cannot be believed left out.</summary>
    public static FiledCounties Partial(IReadOnlyList<CountyFiling> counties, string rulePack) => new(counties, rulePack, true, []);

    /// <summary>By a pack of the source's own, given as text.</summary>
    public static FiledCounties ByOwnPack(IReadOnlyList<CountyFiling> counties, string pack, params (string Name, string Value)[] parameters) =>
        new(counties, "packs/own.yaml", false, parameters, withoutChecks: true, ownPack: pack);

    /// <param name="acceptPartial">Judge the rest when what is filed has errors.</param>
    FiledCounties(IReadOnlyList<CountyFiling> counties, string rulePack, bool acceptPartial, (string Name, string Value)[] parameters, bool withoutChecks = false, string ownPack = "")
    {
        Directory.CreateDirectory(Inside("packs"));
        if (ownPack.Length > 0) File.WriteAllText(Inside("packs/own.yaml"), ownPack);
        var findings = new FindingList();
        var datasets = FieldCatalogReader.Read(ShippedContent.Fields, findings).Datasets;
        File.WriteAllText(Inside("source.yaml"), SourceOf(datasets));
        File.WriteAllText(Inside("map.yaml"), MapOf(datasets));
        foreach (var dataset in datasets) File.WriteAllLines(Inside(dataset.Name + ".csv"), LinesOf(dataset, counties));

        var definition = Definition.Read(folder.Inside, parameters.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal), null, rulePack, findings);
        Assert.True(definition is not null, Said(findings));
        if (withoutChecks) definition = definition with { Checks = [] };
        var warehouse = new WarehouseFolder(Inside("warehouse"));
        warehouse.Create();
        var outcome = new SnapshotBuilder(warehouse, definition, Asked, new BuildOptions(acceptPartial, Threads: 1), _ => { }).Build(() => "{}", CancellationToken.None);
        Assert.True(outcome.Made, Said(outcome.Findings));
        Findings = outcome.Findings;
        reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(2, "1GB", Inside("temp")));
    }

    public FindingList Findings { get; }

    /// <summary>Verdict and reason of one row of <c>county_indicator</c>, such as <c>18 a all</c>; a dash for no part.</summary>
    public string Verdict(string county, string row)
    {
        var names = row.Split(' ');
        var found = Assert.Single(Query(
            "select concat_ws(' ', verdict, nullif(reason_code, '')) from county_indicator where year = 2024 and county_code = $county and indicator = $indicator and part = $part and stage = $stage",
            ("county", county), ("indicator", names[0]), ("part", names[1].Trim('-')), ("stage", names[2])).Rows);
        return (string)found[0]!;
    }

    public RowSet Query(string sql, params (string Name, object? Value)[] values) => reader.Query(sql, CancellationToken.None, values);

    public void Dispose()
    {
        reader.Dispose();
        folder.Dispose();
    }

    static string SourceOf(IEnumerable<Dataset> datasets) => string.Join('\n',
    [
        "format: 1", "id: cases", "title: {zh: 测试, en: test}", "synthetic: true", "as_of: 2024-12-31", "rule_pack: national-2017", "map: map.yaml", "missing: ['-']",
        "duplicates: error", "parameters: {}", "files:",
        .. datasets.Select(dataset => $"  - {{files: {dataset.Name}.csv, datasets: [{dataset.Name}]}}"),
    ]);

    // Every column is called as the field it is.
    static string MapOf(IEnumerable<Dataset> datasets) => string.Join('\n',
    [
        "format: 1", "id: cases", "title: {zh: 测试, en: test}", "datasets:",
        .. datasets.SelectMany(dataset => dataset.Fields.Select(field => $"        {field.Name}: {field.Name}").Prepend("      columns:").Prepend("    - years: 2000-2099").Prepend($"  {dataset.Name}:")),
    ]);

    static IEnumerable<string> LinesOf(Dataset dataset, IEnumerable<CountyFiling> counties) => counties
        .SelectMany(county => county.Rows(dataset.Name))
        .Select(row => string.Join(',', dataset.Fields.Select(field => row.GetValueOrDefault(field.Name, ""))))
        .Prepend(string.Join(',', dataset.Fields.Select(field => field.Name)));

    static string Said(FindingList findings) =>
        string.Join('\n', findings.Take(10).Select(finding => $"{finding.Code} {finding.Place} {finding.Value} {string.Join(' ', finding.Facts.Values)}"));

    string Inside(string name) => Path.Combine(folder.Inside, name);
}
