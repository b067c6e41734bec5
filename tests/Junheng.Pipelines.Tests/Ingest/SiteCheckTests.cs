using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>What was found on site is a new vintage of the cell, and what was filed stays beside it.</summary>
public sealed class SiteCheckTests
{
    [Fact]
    public void Build_Found_IsInForceAndTheFiledStays()
    {
        using var source = Checked("001,,equipment_value,2505000,2400000,市核查组,2024-11-20");

        var outcome = source.Build();

        Assert.Empty(outcome.Findings);
        Assert.Equal([["2400000", "site_check", "site-checks.csv"]], InForce(outcome, source, "equipment_value"));
        Assert.Equal(["2505000 superseded", "2400000 site_check"], outcome.Query(source,
            "select concat(cast(amount as bigint), ' ', standing) from filed_vintage where field = 'equipment_value' order by in_force").Rows.Select(row => row[0]));
    }

    [Fact]
    public void Build_AsOfBeforeTheCheck_TheFiledIsInForce()
    {
        using var source = Checked("001,,equipment_value,2505000,2400000,市核查组,2024-11-20");

        Assert.Equal([["2505000", "", "2024/facilities.csv"]], InForce(source.Build(asOf: new DateOnly(2024, 11, 19)), source, "equipment_value"));
    }

    [Fact]
    public void Build_RecordSaysAnotherFiledNumber_IsToldAndTheFoundCounts()
    {
        using var source = Checked("001,小学,teachers,61,59,市核查组,2024-11-20");

        var outcome = source.Build();

        var told = Told.Once(outcome.Findings, "SITE-CHECK-FILED");
        Assert.Equal(("61", "60", "2024/stages.csv"), (told.Value, told.Facts["filed"], told.Facts["filed_file"]));
        Assert.Equal([["59", "site_check", "site-checks.csv"]], InForce(outcome, source, "teachers"));
    }

    [Theory]
    [InlineData("001,,no_such_field,1,2,市核查组,2024-11-20", "SITE-CHECK-FIELD")]
    [InlineData("001,初中,teachers,60,59,市核查组,2024-11-20", "SITE-CHECK-NO-ROW")]
    [InlineData("001,小学,pupils,900,900.5,市核查组,2024-11-20", "SITE-CHECK-VALUE")]
    [InlineData("001,小学,pupils,900,890,市核查组,", "ROW-KEY-MISSING")]
    public void Ingest_CheckThatCannotBe_IsAnErrorAtItsRow(string row, string code)
    {
        using var source = Checked(row);

        Assert.Equal(("site-checks.csv", 2), (Told.Once(source.Findings(), code).Place.File, Told.Once(source.Findings(), code).Place.Row));
    }

    [Fact]
    public void Explain_CellChecked_ShowsBothValues()
    {
        using var source = Checked("001,,equipment_value,2505000,2400000,市核查组,2024-11-20");
        var outcome = source.Build();
        using var reader = SnapshotReader.Open(outcome.Snapshot!, new EngineOptions(1, "1GB", Path.Combine(source.Root, "scratch")));

        var (explanation, _) = new Explainer(reader, CancellationToken.None).Explain("indicator", ["2024", "001", "primary", "06"]);

        var text = ExplanationText.Of(explanation!, TextBook.In(Language.En), 120, all: true);
        Assert.Contains("2505000", text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("found on site", text, StringComparison.Ordinal);
        Assert.Contains("superseded", text, StringComparison.Ordinal);
    }

    static SmallSource Checked(string row)
    {
        var source = new SmallSource();
        source.Write("site-checks.csv", $"代码,学段,字段,填报,查得,核查人,日期\n{row}\n");
        source.Append(SmallSource.Yaml, "  - files: site-checks.csv\n    year: 2024\n    datasets: [site_check]\n");
        source.Append(SmallSource.Map,
            "  site_check:\n    - years: 2020-2024\n      columns: {school_code: 代码, stage: {from: 学段, values: {小学: primary, 初中: junior}}, "
            + "field: 字段, filed: 填报, found: 查得, who: 核查人, checked_on: 日期}\n");
        return source;
    }

    static IEnumerable<IReadOnlyList<object?>> InForce(BuildOutcome outcome, SmallSource source, string field) => outcome.Query(source, $"""
        select cast(cast(amount as bigint) as varchar), standing, file from filed_quantity where school_code = '001' and field = '{field}'
        """).Rows;
}
