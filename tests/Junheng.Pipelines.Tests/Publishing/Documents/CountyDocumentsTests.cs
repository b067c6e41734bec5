using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>The documents of one county: the card and the self-evaluation with its form.</summary>
[Collection(BriefedCityCollection.Name)]
public sealed class CountyDocumentsTests(BriefedCity briefed)
{
    public static TheoryData<string, string> Documents => new() { { "card", "zh" }, { "card", "en" }, { "county", "zh" }, { "county", "en" }, { "school", "zh" }, { "school", "en" } };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Make_County_IsValidInEveryForm(string kind, string language)
    {
        var folder = await briefed.MakeOfAsync(kind, language, isInternal: true, kind == "school" ? BriefedCity.FailingSchool : null);
        using var word = WordprocessingDocument.Open(Path.Combine(folder, $"{kind}.docx"), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, $"{kind}.pdf")));
        Assert.Equal(Count(pdf, "/Type /FontDescriptor"), Count(pdf, "/FontFile"));
        Assert.Equal(kind != "county", Count(pdf, "/Type /Page\n") == 1);
        Assert.DoesNotMatch("""<(link|img|iframe)\b|\bsrc=|@import|url\(|fetch\(""", await File.ReadAllTextAsync(Path.Combine(folder, $"{kind}.html")));
        using var sources = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, $"{kind}.sources.json")));
        Assert.InRange(sources.RootElement.GetProperty("numbers").GetArrayLength(), 20, 1500);
    }

    [Fact]
    public async Task Make_County_HoldsTheTablesOfTheForm()
    {
        var folder = await briefed.MakeOfAsync("county", "zh", isInternal: true);
        using var word = WordprocessingDocument.Open(Path.Combine(folder, "county.docx"), isEditable: false);
        var tables = word.MainDocumentPart!.Document!.Body!.Elements<W.Table>().Select(table => table.Elements<W.TableRow>().Select(row => row.Elements<W.TableCell>().Select(cell => cell.InnerText).ToList()).ToList()).ToList();

        // As the form's workbook has it: what is not filed with us stays open.
        var first = tables.Single(table => table.Exists(row => row[0] == "普通中小学校数（所）·小学"));
        Assert.Equal(briefed.One("select count(*) from school where year = 2024 and county_code = $county and school_type = 'primary_school'"), first.Single(row => row[0] == "普通中小学校数（所）·小学")[1]);
        Assert.Equal("＿＿", first.Single(row => row[0] == "自然情况·乡镇数（个）")[1]);
        var schools = tables.Where(table => table[0].Count == 12).ToList();
        Assert.Equal(briefed.One("select count(*) from school_verdict where year = 2024 and county_code = $county"), schools.Sum(table => table.Count - 1).ToString(CultureInfo.InvariantCulture));
        var trained = briefed.One("select numerator::bigint from county_indicator where year = 2024 and county_code = $county and indicator = '16' and part = ''");
        Assert.Contains(tables, table => table.Exists(row => row.Exists(cell => cell.StartsWith($"完成360学时培训的教师{trained}人，", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("card", "zh")]
    [InlineData("county", "zh")]
    public async Task PublicEdition_NamesNoSchoolThatFails(string kind, string language)
    {
        var failing = briefed.FailingSchools();
        var folder = await briefed.MakeOfAsync(kind, language, isInternal: false);

        Assert.NotEmpty(failing);
        // The pattern finds them where they are.
        Assert.Contains(BriefedCity.TextsOf(await briefed.MakeOfAsync(kind, language, isInternal: true), kind), text => failing.Any(school => school.IsMatch(text)));
        foreach (var text in BriefedCity.TextsOf(folder, kind)) Assert.DoesNotContain(failing, school => school.IsMatch(text));
    }

    [Fact]
    public async Task School_SaysWhatThereIsWhatIsMissingAndByWhen()
    {
        var folder = await briefed.MakeOfAsync("school", "zh", isInternal: true, BriefedCity.FailingSchool);
        using var word = WordprocessingDocument.Open(Path.Combine(folder, "school.docx"), isEditable: false);
        var rows = word.MainDocumentPart!.Document!.Body!.Descendants<W.TableRow>().Select(row => string.Join('|', row.Elements<W.TableCell>().Select(cell => cell.InnerText))).ToList();

        // 3.64 of 4.5 m² a pupil: below the floor of 3.825, and to be brought up to it.
        Assert.Contains(rows, row => row.StartsWith("小学|教学用房|", StringComparison.Ordinal) && row.Contains("|3.64|4.5|3.825|低于底线|1,156.8 平方米", StringComparison.Ordinal));
        Assert.Contains("小学|教学用房|248.25 平方米（补到底线）|79.44|市教育体育局牵头，市发展改革委、市财政局、市自然资源局配合|2028-12-31", rows);
    }

    [Fact]
    public async Task School_PublicEdition_IsWithheldWhereItFails()
    {
        var (template, _) = DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, "school"), Language.Zh);
        var request = new DocumentRequest("withheld", Language.Zh, 2024, Internal: false) { County = BriefedCity.County, School = BriefedCity.FailingSchool };
        var outcome = await briefed.Press.MakeAsync(template!, request, briefed.Folder("withheld"), CancellationToken.None);

        Assert.NotNull(outcome.Withheld);
        Assert.Empty(outcome.Files);
        Assert.False(Directory.Exists(briefed.Folder("withheld")));
    }

    static int Count(string text, string word) => text.Split(word).Length - 1;
}
