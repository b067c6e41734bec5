using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>The verdict on a county, taken apart: the pieces are all there, they give the verdict, and each can be asked about.</summary>
[Collection(nameof(ExplainedDemoCity))]
public sealed class VerdictExplanationTests(ExplainedDemoCity demo)
{
    static readonly string[] Dimensions = ["resource", "coefficient", "government", "quality", "satisfaction", "veto"];

    readonly ExplainedCity city = demo.City;

    [Fact]
    public void Pieces_OfEveryCountyAndYear_HaveTheVerdictForTheirConjunction()
    {
        var counties = city.Reader.Query("select year, county_code, resource, coefficient, government, quality, satisfaction, veto, overall from county_verdict order by all", CancellationToken.None).Rows;

        Assert.Equal(54, counties.Count);
        Assert.All(counties, county =>
        {
            var explanation = city.Explain($"county_verdict {county[0]} {county[1]}");
            var pieces = Dimensions.Select(dimension => Pieces(explanation, dimension)).ToList();
            Assert.Equal(county.Skip(2), [.. pieces.Select(Conjunction), Conjunction(pieces.SelectMany(one => one))]);
        });
    }

    [Fact]
    public void Pieces_AreAllThirtyTwoTheRuleOfSixAndTheVetoes()
    {
        var explanation = city.Explain("county_verdict 2024 990106");

        var items = Dimensions.SelectMany(dimension => Rows(explanation, dimension)).Select(row => (string)row[1]!).ToList();
        Assert.Equal(["6/7", .. Enumerable.Range(1, 32).Select(one => one.ToString("00", System.Globalization.CultureInfo.InvariantCulture))], items.Where(item => item.Length > 0).Distinct());
        Assert.Equal(14, Rows(explanation, "coefficient").Count());
        Assert.Equal(4, Rows(explanation, "veto").Count());
        Assert.Contains(explanation.Sections, section => section.Name == "procedure");
    }

    [Fact]
    public void Pieces_CanEachBeAskedAbout() => Assert.All(Dimensions.SelectMany(dimension => Rows(city.Explain("county_verdict 2024 990106"), dimension)), row =>
    {
        var explanation = city.Explain(((AskOn)row[^1]!).Arguments);
        if (explanation.Question.Table is "county_indicator" or "county_veto" or "county_coefficient") Assert.Equal(((Said)row[3]!).Word, city.Stored(explanation, "verdict"));
    });

    static IEnumerable<string> Pieces(Explanation explanation, string dimension) => Rows(explanation, dimension).Select(row => ((Said)row[3]!).Word);

    static IEnumerable<IReadOnlyList<object?>> Rows(Explanation explanation, string dimension) =>
        explanation.Sections.Single(section => section.Name == "dimension_" + dimension).Blocks.OfType<Grid>().SelectMany(grid => grid.Rows);

    static string Conjunction(IEnumerable<string> verdicts)
    {
        var all = verdicts.ToHashSet(StringComparer.Ordinal);
        return all.Contains("not_met") ? "not_met" : all.Contains("unknown") ? "unknown" : all.Contains("met") ? "met" : "not_applicable";
    }
}
