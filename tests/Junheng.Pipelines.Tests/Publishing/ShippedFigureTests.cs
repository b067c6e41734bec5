using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Tests.Publishing.Explaining;
using Junheng.Pipelines.Worker;

namespace Junheng.Pipelines.Tests.Publishing;

/// <summary>The figures that ship, drawn from the demo city.</summary>
public sealed partial class ShippedFigureTests(ShippedFigureTests.Drawn drawn) : IClassFixture<ShippedFigureTests.Drawn>
{
    public static TheoryData<string> Ids => [.. FigureCatalog.Open(ShippedContent.Figures).Figures.Select(figure => figure.Id)];

    /// <summary>The whole city in Chinese, one county in English, one that lacks numbers.</summary>
    static readonly FigureChoice[] Choices = [new(Language.Zh), new(Language.En, "990104"), new(Language.Zh, "990106")];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_DemoCity_FitsThePageWithoutFaultOrWarning(string id)
    {
        foreach (var choice in Choices)
        {
            var (outcome, svg) = await drawn.DrawAsync(id, choice);

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
        var (outcome, svg) = await drawn.DrawAsync(id, new FigureChoice(Language.En, Year: 1990));

        Assert.Empty(outcome.Faults);
        Assert.Contains(">There are no data for this choice.<", svg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Draw_InEnglish_HasNoChineseButNames(string id)
    {
        var (_, svg) = await drawn.DrawAsync(id, new FigureChoice(Language.En, "990104"));
        var words = Text().Matches(svg).Select(match => match.Groups["text"].Value).Where(text => Chinese().IsMatch(text) && !text.Contains("示例数据", StringComparison.Ordinal));

        // Schools have no English names.
        Assert.All(words, text => Assert.Matches("小学|中学|学校|…$", text));
    }

    [Fact]
    public async Task Draw_QueryWithASlip_IsAFaultOfTheFigure()
    {
        var fault = Assert.Single((await drawn.DrawAsync("select cvv from county_coefficient")).Faults);

        Assert.Equal("figure_query", fault.Code);
        Assert.Contains("cvv", fault.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("""width="(?<width>\d+)" height="(?<height>\d+)" """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("<text[^>]*>(?<text>[^<]*)</text>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();

    /// <summary>One snapshot, one worker; a picture that two tests look at is drawn once.</summary>
    public sealed class Drawn : IDisposable
    {
        readonly ExplainedCity city = ExplainedCity.Demo();
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-figures-");
        readonly NodeWorker worker = new(NodeWorkerOptions.For(AppContext.BaseDirectory));
        readonly Dictionary<(string, FigureChoice), (FigureOutcome, string)> done = [];

        internal async Task<(FigureOutcome Outcome, string Svg)> DrawAsync(string id, FigureChoice choice)
        {
            if (done.TryGetValue((id, choice), out var before)) return before;
            var catalog = FigureCatalog.Open(ShippedContent.Figures);
            var outcome = await new FigurePress(city.Reader, catalog, worker).DrawAsync(catalog.Find(id)!, choice, folder.FullName, FigureFormats.Svg, CancellationToken.None);
            return done[(id, choice)] = (outcome, outcome.Drawn ? await File.ReadAllTextAsync(outcome.Files[0]) : "");
        }

        /// <summary>A figure that somebody is writing.</summary>
        internal Task<FigureOutcome> DrawAsync(string query)
        {
            var figure = new Figure("new", folder.CreateSubdirectory("new").FullName);
            File.WriteAllText(figure.QueryPath, query);
            return new FigurePress(city.Reader, FigureCatalog.Open(ShippedContent.Figures), worker)
                .DrawAsync(figure, new FigureChoice(Language.Zh), folder.FullName, FigureFormats.Svg, CancellationToken.None);
        }

        public void Dispose()
        {
            worker.Dispose();
            city.Dispose();
            folder.Delete(recursive: true);
        }
    }
}
