using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest;

/// <summary>A corrected file is a new vintage: both stay, and one value a cell is in force.</summary>
public sealed class VintageTests
{
    const string Later = "2024/stages.2024-10-08.csv";
    const string Header = "代码,学段,在校生,班数,教师,本科,硕士,骨干,体育,音乐,美术\n";

    [Fact]
    public void Build_CorrectedFile_LatestIsInForceAndBothStay()
    {
        using var source = Filed("001,小学,900,20,66,50,5,10,8,8,8");

        var outcome = source.Build();

        Assert.DoesNotContain(outcome.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(["66 2024-10-08  2024/stages.2024-10-08.csv E2"], Teachers(outcome, source, "001"));
        Assert.Equal(["60 first superseded", "66 2024-10-08 "], Vintages(outcome, source, "001", "teachers"));
    }

    [Fact]
    public void Build_LaterFileLacksRows_EarlierStandMarkedAndAreTold()
    {
        using var source = Filed("001,小学,900,20,66,50,5,10,8,8,8");

        var outcome = source.Build();

        Assert.Equal(["50 first later_lacks 2024/stages.csv E3"], Teachers(outcome, source, "002"));
        Assert.Equal("3", Told.Once(outcome.Findings, "VINTAGE-LACKS-ROWS").Value);
    }

    [Fact]
    public void Build_LaterCellBlank_IsNotFiled()
    {
        using var source = Filed("001,小学,900,20,,50,5,10,8,8,8");

        Assert.Empty(Teachers(source.Build(), source, "001"));
    }

    [Fact]
    public void Build_LaterCellFaulty_EarlierOfThatCellStands()
    {
        using var source = Filed("001,小学,950,20,六十,50,5,10,8,8,8");

        Assert.True(source.Build().Failed);
        var outcome = source.Build(acceptPartial: true);

        Assert.Equal(["60 first later_faulty 2024/stages.csv E2"], Teachers(outcome, source, "001"));
        Assert.Equal(["900 first superseded", "950 2024-10-08 "], Vintages(outcome, source, "001", "pupils"));
    }

    [Fact]
    public void Build_RowTwiceInTheLaterFile_IsAnErrorAndTheEarlierStands()
    {
        using var source = Filed("001,小学,900,20,66,50,5,10,8,8,8\n001,小学,900,20,67,50,5,10,8,8,8");

        var outcome = source.Build(acceptPartial: true);

        Told.Once(outcome.Findings, "ROW-DUPLICATE");
        Assert.Equal(["60 first later_faulty 2024/stages.csv E2"], Teachers(outcome, source, "001"));
    }

    [Fact]
    public void Build_AsOfBeforeTheCorrection_JudgesAsItStoodThen()
    {
        using var source = Filed("001,小学,900,20,66,50,5,10,8,8,8");

        var before = source.Build(asOf: new DateOnly(2024, 10, 7));

        Assert.Equal(["60 first  2024/stages.csv E2"], Teachers(before, source, "001"));
        Assert.Equal(Later, Told.Once(before.Findings, "VINTAGE-LATER").Place.File);
        Assert.Equal(["66 2024-10-08  2024/stages.2024-10-08.csv E2"], Teachers(source.Build(), source, "001"));
    }

    [Fact]
    public void Build_RegisterCorrected_TheLaterRowCountsWhole()
    {
        using var source = new SmallSource();
        source.Write("2024/register.csv", "代码,名称,县,类型,城乡,举办者\n001,第一小学,990102,小学,镇区,公办\n");
        source.Append(SmallSource.Yaml, "  - files: 2024/register.csv\n    year: 2024\n    filed_on: 2024-11-01\n    datasets: [school]\n");

        var outcome = source.Build();

        Assert.Equal([["001", "990102"], ["002", "990101"], ["003", "990101"]], outcome.Query(source, "select school_code, county_code from school order by 1").Rows);
    }

    [Fact]
    public void Build_AnotherYearFiledLater_NothingIsCarriedOver()
    {
        using var source = new SmallSource();
        source.WriteYear(2023);
        source.Replace("2023/stages.csv", "001,小学,900,20,60", "001,小学,900,20,61");
        source.Replace(SmallSource.Stages, "001,小学,900,20,60,", "001,小学,900,20,,");
        source.Replace(SmallSource.Yaml, "\"{year}/stages.csv\"\n", "\"2023/stages.csv\"\n    year: 2023\n    filed_on: 2025-01-01\n    datasets: [stage]\n  - files: \"2024/stages.csv\"\n    year: 2024\n    filed_on: 2024-10-01\n");

        Assert.Empty(Teachers(source.Build(asOf: new DateOnly(2025, 6, 30)), source, "001"));
    }

    [Fact]
    public void Read_FiledOnNoDate_IsSaid()
    {
        using var source = new SmallSource();
        source.Append(SmallSource.Yaml, "    filed_on: 8.10.2024\n");

        Assert.Equal("8.10.2024", Told.Once(source.Findings(), "YAML-BAD-VALUE").Value);
    }

    static SmallSource Filed(string rows)
    {
        var source = new SmallSource();
        source.Write(Later, Header + rows + "\n");
        source.Append(SmallSource.Yaml, "  - files: \"{year}/stages.{vintage}.csv\"\n    datasets: [stage]\n");
        return source;
    }

    static IEnumerable<object?> Teachers(Junheng.Pipelines.Warehouse.Building.BuildOutcome outcome, SmallSource source, string school) => outcome.Query(source, $"""
        select concat(cast(amount as integer), ' ', coalesce(cast(vintage as varchar), 'first'), ' ', standing, ' ', file, ' ', columns, "row")
        from filed_quantity where year = 2024 and field = 'teachers' and school_code = '{school}'
        """).Rows.Select(row => row[0]);

    static IEnumerable<object?> Vintages(Junheng.Pipelines.Warehouse.Building.BuildOutcome outcome, SmallSource source, string school, string field) => outcome.Query(source, $"""
        select concat(cast(amount as integer), ' ', coalesce(cast(vintage as varchar), 'first'), ' ', standing)
        from filed_vintage where field = '{field}' and unit_code = '{school}' order by vintage nulls first
        """).Rows.Select(row => row[0]);
}
