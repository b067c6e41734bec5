using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>Which open points an explanation tells: those of the thing asked about in full, those that could change anything with their values, the others counted.</summary>
[Collection(nameof(ExplainedDemoCity))]
public sealed class ParameterTellingTests(ExplainedDemoCity demo)
{
    [Theory]
    [InlineData("county_indicator 2024 990105 all 14", "special_school_quota", 6)]
    [InlineData("county_indicator 2024 990105 junior 23", "retention", 6)]
    [InlineData("county_veto 2024 990105 key_classes", "veto_list", 6)]
    [InlineData("coefficient 2024 990105 primary 01", "missing_school,incomplete_schools", 7)]
    [InlineData("indicator 2024 9901060039 primary 06", "missing_school,kindergarten_weight,incomplete_schools", 8)]
    [InlineData("county_verdict 2024 990105", "", 18)]
    public void Parameters_ThatBearOnTheAnswer_AreToldWithIt(string words, string inFull, int bearing)
    {
        var explanation = demo.City.Explain(words);
        var rule = explanation.Sections.Single(section => section.Name == "rule").Blocks.OfType<Statement>().ToList();
        var told = rule.Where(one => one.Key == "explain.rule.parameter").Select(one => (string)Fact(one, "name")!).ToList();
        var settings = rule.Where(one => one.Key == "explain.rule.parameters_at_default").SelectMany(one => ((string)Fact(one, "settings")!).Split(", ")).ToList();
        var elsewhere = rule.Where(one => one.Key == "explain.rule.parameters_elsewhere").Sum(one => (int)Fact(one, "count")!);

        Assert.Equal(inFull.Split(',', StringSplitOptions.RemoveEmptyEntries), told);
        Assert.Equal(bearing, told.Count + settings.Count);
        Assert.Equal(demo.City.Reader.Snapshot.Catalog.Parameters.Count, bearing + elsewhere);
        Assert.All(settings, setting => Assert.Contains(demo.City.Reader.Snapshot.Catalog.Parameters, one => one.Setting == setting));
        Assert.Contains("select * from parameter", ExplanationText.Of(explanation, TextBook.In(Language.En), 120, all: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_ThatWereChanged_AreToldInFullWhateverIsAsked()
    {
        var catalog = demo.City.Reader.Snapshot.Catalog;
        var changed = catalog with { Parameters = [.. catalog.Parameters.Select(one => one.Name == "rounding" ? one with { Value = "before" } : one)] };

        var told = Sections.Parameters(changed, "14").OfType<Statement>().Where(one => one.Key == "explain.rule.parameter").Select(one => Fact(one, "name"));

        Assert.Equal(["special_school_quota", "rounding"], told);
    }

    static object? Fact(Statement statement, string name) => statement.Facts.First(fact => fact.Name == name).Value;
}
