using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Documents.Binding;
using Junheng.Pipelines.Warehouse.Reading;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>The yearly briefing of the demo city, in all its forms.</summary>
[Collection(BriefedCityCollection.Name)]
public sealed partial class CityBriefingTests(BriefedCity briefed)
{
    public static TheoryData<string> Languages => ["zh", "en"];

    [Fact]
    public void Make_DemoCity_WritesExactlyTheFourFilesAndTheFigures()
    {
        Assert.Empty(briefed.Zh.Faults);
        Assert.Empty(briefed.En.Faults);
        Assert.Equal(["city-2024.docx", "city-2024.html", "city-2024.pdf", "sources.json"], Directory.GetFiles(briefed.Folder("zh")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(["figures"], Directory.GetDirectories(briefed.Folder("zh")).Select(path => Path.GetFileName(path)));
        Assert.True(File.Exists(Path.Combine(briefed.Folder("zh"), "figures", "coefficient-by-year.svg")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Docx_IsValidAndRepeatsHeadsAndDescribesFigures(string language)
    {
        using var word = WordprocessingDocument.Open(briefed.PathOf(language, ".docx"), isEditable: false);
        var body = word.MainDocumentPart!.Document!.Body!;

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.All(body.Elements<W.Table>(), table => Assert.NotNull(table.Elements<W.TableRow>().First().TableRowProperties?.GetFirstChild<W.TableHeader>()));
        Assert.Equal(3, body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Count(picture => picture.Description?.Value?.Length > 10));
    }

    [Fact]
    public void EveryForm_SaysTheSame()
    {
        var html = Plain(Body(File.ReadAllText(briefed.PathOf("zh", ".html"))));
        using var word = WordprocessingDocument.Open(briefed.PathOf("zh", ".docx"), isEditable: false);
        var docx = Plain(string.Concat(word.MainDocumentPart!.Document!.Body!.Descendants<W.Text>().Select(text => text.Text)));

        // The page alone says that numbers can be clicked.
        Assert.Equal(docx, html.Replace("点击数字可看其出处。", "", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryPrintedNumber_IsInSourcesAndInThePage()
    {
        using var sources = JsonDocument.Parse(File.ReadAllText(Path.Combine(briefed.Folder("zh"), "sources.json")));
        var printed = sources.RootElement.GetProperty("numbers").EnumerateArray().Select(number => number.GetProperty("printed").GetString()!).ToList();
        var shown = Number().Matches(File.ReadAllText(briefed.PathOf("zh", ".html"))).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value)).ToList();

        Assert.InRange(printed.Count, 300, 1000);
        Assert.Equal(printed.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var queries = sources.RootElement.GetProperty("queries").EnumerateObject().Select(query => query.Name).Append("snapshot").ToList();
        Assert.All(sources.RootElement.GetProperty("numbers").EnumerateArray(), number => Assert.Contains(number.GetProperty("query").GetString()!, queries));
    }

    [Fact]
    public void Html_NeedsNothingElse()
    {
        var html = File.ReadAllText(briefed.PathOf("zh", ".html"));

        Assert.DoesNotMatch("""<(link|img|iframe)\b|\bsrc=|@import|url\(|fetch\(""", html);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pdf_IsPdfAWithItsFontsAndTheDateOfTheData(string language)
    {
        var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(briefed.PathOf(language, ".pdf")));

        Assert.Contains("<pdfaid:part>2</pdfaid:part>", pdf, StringComparison.Ordinal);
        Assert.Contains("+NotoSerifSC-Regular", pdf, StringComparison.Ordinal);
        Assert.Equal(Count(pdf, "/Type /FontDescriptor"), Count(pdf, "/FontFile"));
        Assert.Contains("D:20241231", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_Again_GivesTheSameBytes()
    {
        await briefed.MakeAsync(new DocumentRequest("city-2024", Language.Zh, 2024, Internal: true), "again");

        Assert.All(new[] { ".docx", ".pdf", ".html" }, extension =>
            Assert.Equal(File.ReadAllBytes(briefed.PathOf("zh", extension)), File.ReadAllBytes(briefed.PathOf("again", extension))));
    }

    [Fact]
    public void PublicEdition_NamesNoSchoolThatFails()
    {
        Assert.Contains("第二小学", File.ReadAllText(briefed.PathOf("zh", ".html")), StringComparison.Ordinal);
        Assert.DoesNotMatch("小学|中学|学校", Body(File.ReadAllText(briefed.PathOf("en", ".html"))));
        var failing = briefed.FailingSchools(county: null);
        Assert.NotEmpty(failing);
        // In no file of it: words, pages, origins, figures and their rows.
        Assert.All(BriefedCity.TextsOf(briefed.Folder("en"), "city-2024", "sources.json"), text => Assert.DoesNotContain(failing, school => school.IsMatch(text)));
    }

    [Fact]
    public async Task Make_UnresolvedName_WritesNothing()
    {
        var outcome = await briefed.MakeAsync(
            new DocumentRequest("city-2024", Language.Zh, 2024, Internal: true), "broken", template => template with { Text = template.Text + "\n{{totals.pupils}}\n" });

        Assert.Contains("{{totals.pupils}} is not there", Assert.Single(outcome.Faults).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(briefed.Folder("broken")));
    }

    [Fact]
    public async Task Make_QueryWithASlip_SaysWhichAndWritesNothing()
    {
        var outcome = await briefed.MakeAsync(
            new DocumentRequest("city-2024", Language.Zh, 2024, Internal: true), "slip", template => template with { Queries = new Dictionary<string, string>(template.Queries, StringComparer.Ordinal) { ["due"] = "select nothing from nowhere" } });

        Assert.StartsWith("due.sql:", Assert.Single(outcome.Faults).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(briefed.Folder("slip")));
    }

    static string Body(string html) => html[html.IndexOf("<main>", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    static string Plain(string text) => Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(Drawing().Replace(text, ""), "")), "");

    static int Count(string text, string word) => text.Split(word).Length - 1;

    [GeneratedRegex("<svg.*?</svg>\n?(?=<figcaption>)", RegexOptions.Singleline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Drawing();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\u3000]+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Blank();

    [GeneratedRegex("data-n=\"[0-9]+\">(?<text>[^<]*)</span>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Number();

}
