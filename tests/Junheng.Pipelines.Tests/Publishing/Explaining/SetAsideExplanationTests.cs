using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>What a check set aside is shown as it was filed, and nothing is said to follow from it: 990201 gives more places away than it plans.</summary>
public sealed class SetAsideExplanationTests
{
    [Fact]
    public void CountyRatio_OfANumberSetAside_IsReckonedForInformationAndSuggestsNothing()
    {
        using var reader = SnapshotReader.Open(DemoDistrict.Built.Snapshot!, new EngineOptions(1, "1GB", Directory.CreateTempSubdirectory("junheng-aside-").FullName));

        var (explanation, _) = new Explainer(reader, CancellationToken.None).Explain("county_indicator", ["2024", "990201", "junior", "21", "a"]);

        var zh = TextBook.In(Language.Zh);
        Assert.Contains(zh.Raw("explain.county_indicator.decides_nothing"), ExplanationText.Of(explanation!, zh, 200, all: false), StringComparison.Ordinal);
        Assert.Empty(explanation!.Flips);
    }
}
