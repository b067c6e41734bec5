using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>The figures that ship, drawn from the demo city.</summary>
[Collection(FigureCollection.Name)]
public sealed partial class ShippedFigureTests(FigureBench bench)
{
    public static TheoryData<string> Ids => ShippedFigures.Ids;

    /// <summary>The whole city in Chinese, one county in English, one that lacks numbers.</summary>
    static readonly FigureChoice[] Choices = [new(Language.Zh), new(Language.En, "990104"), new(Language.Zh, "990106")];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_DemoCity_FitsThePageWithoutFaultOrWarning(string id)
    {
        foreach (var choice in Choices)
        {
            var (outcome, svg) = await bench.Shipped.DrawAsync(id, choice);

            Assert.Empty(outcome.Faults);
            Assert.Empty(outcome.Warnings);
            Assert.Equal("590", Size().Match(svg).Groups["width"].Value);
            Assert.InRange(int.Parse(Size().Match(svg).Groups["height"].Value, CultureInfo.InvariantCulture), 100, 850);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_YearWithoutData_SaysSo(string id)
    {
        var (outcome, svg) = await bench.Shipped.DrawAsync(id, new FigureChoice(Language.En, Year: 1990));

        Assert.Empty(outcome.Faults);
        Assert.Contains(">There are no data for this choice.<", svg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_InEnglish_HasNoChineseButNames(string id)
    {
        var (_, svg) = await bench.Shipped.DrawAsync(id, new FigureChoice(Language.En, "990104"));
        var words = Text().Matches(svg).Select(match => match.Groups["text"].Value).Where(text => Chinese().IsMatch(text) && !text.Contains("示例数据", StringComparison.Ordinal));

        // Schools have no English names.
        Assert.All(words, text => Assert.Matches("小学|中学|学校|…$", text));
    }

    [Fact]
    public async Task Draw_QueryWithASlip_IsAFaultOfTheFigure()
    {
        var fault = Assert.Single((await bench.Shipped.DrawAsync("select cvv from county_coefficient")).Faults);

        Assert.Equal("figure_query", fault.Code);
        Assert.Contains("cvv", fault.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("""width="(?<width>\d+)" height="(?<height>\d+)" """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("<text[^>]*>(?<text>[^<]*)</text>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();
}
