using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>From one row to sixty counties with names of twelve characters. That nothing overlaps, is cut or is pale is said by the worker itself: it warns.</summary>
[Collection(FigureCollection.Name)]
public sealed partial class CrowdedFigureTests(FigureBench bench)
{
    public static TheoryData<string> Ids => ShippedFigures.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_LeastThereCanBe_Reads(string id)
    {
        var svg = await ReadsAsync(id, new(Language.Zh), Crowd.Least);

        Assert.DoesNotContain(">所选范围内没有数据。<", svg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_SixtyCountiesOfTwelveCharacters_ReadsOnOnePage(string id)
    {
        await ReadsAsync(id, new(Language.Zh, "980004"), Crowd.Most);
        await ReadsAsync(id, new(Language.En), Crowd.Most);
    }

    async Task<string> ReadsAsync(string id, FigureChoice choice, Crowd crowd)
    {
        var (outcome, svg) = await bench.Shipped.DrawAsync(id, choice, crowd);

        Assert.Empty(outcome.Faults);
        Assert.Empty(outcome.Warnings);
        Assert.InRange(int.Parse(Height().Match(svg).Groups["height"].Value, CultureInfo.InvariantCulture), 60, 850);
        return svg;
    }

    [GeneratedRegex("""width="590" height="(?<height>\d+)" """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Height();
}
