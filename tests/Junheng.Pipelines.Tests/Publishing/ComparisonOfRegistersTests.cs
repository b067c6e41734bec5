using Junheng.Pipelines.Publishing.Comparing;
using Junheng.Pipelines.Tests.Ingest;

namespace Junheng.Pipelines.Tests.Publishing;

/// <summary>A county whose schools are others than they were: by filed lineage, by a register that was corrected, by another code, by a new year.</summary>
public sealed class ComparisonOfRegistersTests
{
    [Fact]
    public void Changes_SchoolMergedAsFiled_IsLineageAndNotARegister()
    {
        using var source = new SmallSource();
        var before = source.Build();
        Leave(source);
        source.Write("lineage.csv", "年,代码,变更,前身\n2024,002,并入,003\n");
        source.Append(SmallSource.Yaml, "  - files: lineage.csv\n    datasets: [lineage]\n");
        source.Append(SmallSource.Map, "  lineage:\n    - years: 2020-2024\n      columns: {year: 年, school_code: 代码, event: {from: 变更, values: {并入: merged}}, predecessor_code: 前身}\n");

        var changes = Compared.Between(before, source.Build(), source);

        Assert.Contains(changes, change => change is { Kind: "cell", Unit: "003", Item: "pupils", Before: "300", After: null, Why: "file_changed;lineage" });
        Assert.Contains(changes, change => change is { Table: "county_coefficient", Unit: "990101" } && Causes(change).Contains("lineage"));
        Assert.DoesNotContain(changes, change => Causes(change).Any(cause => cause is "register" or "boundary"));
    }

    [Fact]
    public void Changes_SchoolGoneUnexplained_IsTheRegister()
    {
        using var source = new SmallSource();
        var before = source.Build();
        Leave(source);

        var changes = Compared.Between(before, source.Build(), source);

        Assert.Contains(changes, change => change is { Kind: "cell", Unit: "003", Item: "pupils", Why: "file_changed" });
        Assert.Contains(changes, change => change is { Table: "county_coefficient", Unit: "990101" } && Causes(change).Contains("register"));
        Assert.DoesNotContain(changes, change => Causes(change).Any(cause => cause is "lineage" or "boundary"));
    }

    [Fact]
    public void Changes_CountyUnderItsNewCode_IsRecodedAndNoBoundary()
    {
        using var source = new SmallSource();
        source.Replace(SmallSource.Yaml, "duplicates: error\n", "duplicates: error\ngeography: codes.yaml\n");
        source.Write("codes.yaml", "format: 1\nid: mine\ntitle: {zh: 自有, en: mine}\nchanges:\n  - {year: 2024, from: '990101', from_name: 甲县, to: '990199', to_name: 甲市, certainty: seed, source: 示例 example}\n");
        var before = source.Build();
        source.Write(SmallSource.Schools, source.Read(SmallSource.Schools).Replace("990101", "990199", StringComparison.Ordinal));

        var changes = Compared.Between(before, source.Build(), source).Where(change => change.Table.StartsWith("county_", StringComparison.Ordinal)).ToList();

        Assert.Equal(["990101", "990199"], changes.Select(change => change.Unit).Distinct().Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal("recoded", change.Why));
    }

    [Fact]
    public void Changes_CheckedOnSite_IsItsOwnCause()
    {
        using var source = new SmallSource();
        var before = source.Build();
        source.Write("checks.csv", "代码,学段,字段,填报,查得,核查人,日期\n001,,equipment_value,2505000,2400000,市核查组,2024-11-20\n");
        source.Append(SmallSource.Yaml, "  - files: checks.csv\n    year: 2024\n    datasets: [site_check]\n");
        source.Append(SmallSource.Map,
            "  site_check:\n    - years: 2020-2024\n      columns: {school_code: 代码, stage: {from: 学段, values: {小学: primary}}, field: 字段, filed: 填报, found: 查得, who: 核查人, checked_on: 日期}\n");

        var cell = Assert.Single(Compared.Between(before, source.Build(), source), change => change.Kind == "cell");

        Assert.Equal(("001", "equipment_value", "2505000", "2400000", "site_check"), (cell.Unit, cell.Item, cell.Before, cell.After, cell.Why));
    }

    [Fact]
    public void Changes_AnotherYear_NoRegisterReadsOtherwise()
    {
        using var source = new SmallSource();
        var before = source.Build();
        source.WriteYear(2023);

        var changes = Compared.Between(before, source.Build(), source);

        Assert.Contains(changes, change => change is { Year: 2023, Kind: "cell", Why: "new_file" });
        Assert.DoesNotContain(changes, change => Causes(change).Any(cause => cause is "register" or "lineage" or "boundary"));
    }

    // The third school leaves the files of the year.
    static void Leave(SmallSource source)
    {
        foreach (var file in new[] { SmallSource.Schools, SmallSource.Stages, SmallSource.Facilities })
            source.Write(file, string.Concat(source.Read(file).Split('\n').Where(line => !line.StartsWith("003", StringComparison.Ordinal) && line.Length > 0).Select(line => line + "\n")));
    }

    static IEnumerable<string> Causes(SnapshotChange change) => change.Why.Split(';');
}
