using Junheng.Pipelines.Tests.Ingest;

namespace Junheng.Pipelines.Tests.Publishing;

public sealed class SnapshotComparisonTests
{
    [Fact]
    public void Changes_CorrectedFile_CellIndicatorAndVerdictWithTheirCauses()
    {
        using var source = new SmallSource();
        var before = source.Build();
        source.Write("2024/stages.2024-10-08.csv", "代码,学段,在校生,班数,教师,本科,硕士,骨干,体育,音乐,美术\n001,小学,900,20,60,5,5,10,8,8,8\n");
        source.Append(SmallSource.Yaml, "  - files: \"{year}/stages.{vintage}.csv\"\n    datasets: [stage]\n");
        var after = source.Build();

        var changes = Compared.Between(before, after, source);

        // All of it is of the one county and its schools.
        Assert.Equal(changes, Compared.Between(before, after, source, "990101"));
        var cell = Assert.Single(changes, change => change.Kind == "cell");
        Assert.Equal(("001", "primary", "teachers_bachelor", "50", "5", "new_vintage"), (cell.Unit, cell.Stage, cell.Item, cell.Before, cell.After, cell.Why));
        Assert.Contains(changes, change => change is { Kind: "indicator", Unit: "001", Why: "cells" });
        Assert.Contains(changes, change => change is { Kind: "verdict", Table: "school_indicator", Unit: "001", Item: "01", Before: "met", After: "not_met", Why: "cells" });
        Assert.Contains(changes, change => change is { Kind: "indicator", Table: "county_coefficient", Unit: "990101", Why: "cells" });
        Assert.DoesNotContain(changes, change => change.Unit == "002");
    }

    [Fact]
    public void Changes_SchoolNowInAnotherCounty_IsABoundaryAndNoCell()
    {
        using var source = new SmallSource();
        var before = source.Build();
        source.Replace(SmallSource.Schools, "003,第三学校,990101", "003,第三学校,990102");
        var after = source.Build();

        var changes = Compared.Between(before, after, source);

        Assert.DoesNotContain(changes, change => change.Kind == "cell");
        Assert.All(changes.Where(change => change.Table == "county_coefficient"), change => Assert.Equal("boundary", change.Why));
        Assert.Contains(changes, change => change is { Table: "county_coefficient", Unit: "990102" });

        Assert.Equal(changes.Where(change => change.Unit == "990102"), Compared.Between(before, after, source, "990102"));
        Assert.Null(Compared.Between(before, after, source, "990199"));
    }

    // One source, two rules: no cell differs, and what does differ names the rule.
    [Fact]
    public void Changes_AnotherRulePack_AreOfTheRule()
    {
        using var source = new SmallSource();
        source.Write("prices.yaml", """
            format: 1
            id: prices
            title: {zh: 单价（示例）, en: prices (invented)}
            synthetic: true
            prices:
              - indicators: ["06"]
                yuan: 1
                what: {zh: 设备, en: equipment}
                source: 示例

            """);
        source.Append(SmallSource.Yaml, "prices: prices.yaml\n");
        var national = source.Build();
        var basic = source.Build(rulePack: "basic-2012");

        var changes = Compared.Between(national, basic, source);

        Assert.Equal(("national-2017", "basic-2012"), (national.Snapshot!.Catalog.RulePack, basic.Snapshot!.Catalog.RulePack));
        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.Contains("rule", change.Why.Split(';')));
        Assert.DoesNotContain(changes, change => change.Kind == "cell");
        Assert.Contains(changes, change => change is { Kind: "verdict", Table: "county_coefficient", Item: "02", Before: not null, After: null });
        Assert.Contains(changes, change => change is { Kind: "verdict", Table: "school_verdict", Before: not null, After: null });
    }

    [Fact]
    public void Changes_SameSnapshot_None()
    {
        using var source = new SmallSource();
        var built = source.Build();

        Assert.Empty(Compared.Between(built, built, source));
    }
}
