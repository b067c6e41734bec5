using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Tests.Publishing.Tabulating;

public sealed class ListWorkbookTests(TabulatedCity city) : IClassFixture<TabulatedCity>
{
    static readonly TextBook Zh = TextBook.In(Language.Zh);

    public static TheoryData<string> Kinds => [.. ListWorkbook.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Workbook_OfAnyKind_IsValidAndSaysWhatItIs(string kind)
    {
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            var path = city.PathOf(kind, language: language);

            WrittenWorkbook.IsValid(path);
            var cover = string.Join('\n', WrittenWorkbook.Read(path)[0].Rows.Select(row => string.Join('|', row)));
            var catalog = city.Reader.Snapshot.Catalog;
            Assert.Contains(TextBook.In(language)["cover.synthetic"], cover, StringComparison.Ordinal);
            Assert.Contains(catalog.RulePack, cover, StringComparison.Ordinal);
            Assert.All(catalog.Parameters, parameter => Assert.Contains(parameter.Name, cover, StringComparison.Ordinal));
        }
    }

    // Number of the sheet's column, and where the number comes from: the mart itself, not the query that filled the sheet.
    [Theory]
    [InlineData("verdicts", "coefficients", "cv", "county_coefficient", "county_code, stage = 'junior', indicator")]
    [InlineData("verdicts", "coefficients", "mean", "county_coefficient", "county_code, stage = 'junior', indicator")]
    [InlineData("verdicts", "school_indicators", "value", "school_indicator", "county_code, school_code, stage = 'junior', indicator")]
    [InlineData("verdicts", "school_indicators", "threshold", "school_indicator", "county_code, school_code, stage = 'junior', indicator")]
    [InlineData("verdicts", "school_indicators", "numerator", "school_indicator", "county_code, school_code, stage = 'junior', indicator")]
    [InlineData("verdicts", "school_indicators", "shortfall", "school_indicator", "county_code, school_code, stage = 'junior', indicator")]
    [InlineData("verdicts", "schools", "meets_count", "school_verdict", "county_code, school_code, stage = 'junior'")]
    [InlineData("verdicts", "county_indicators", "value", "county_indicator", "county_code, indicator, stage, part")]
    [InlineData("gaps", "gap_schools", "amount", "remedy", "county_code, school_code, stage = 'junior', indicator")]
    [InlineData("gaps", "gap_schools", "cost", "remedy", "county_code, school_code, stage = 'junior', indicator")]
    [InlineData("ledger", "ledger_conditions", "distance", "plan_condition", "plan_id, county_code, sort_order, condition")]
    [InlineData("ledger", "ledger_conditions", "pace_needed", "plan_condition", "plan_id, county_code, sort_order, condition")]
    public void Numbers_OfASheet_AreTheMarts(string kind, string sheet, string column, string mart, string order)
    {
        var part = mart == "school_indicator" ? " and part = ''" : "";
        var filed = city.Rows($"select {column} from {mart} where year = 2024{part} order by {order}").Select(row => Number(RowFormats.Text(row[0]))).ToList();
        var (heads, rows) = city.Sheet(kind, sheet);
        var at = heads.IndexOf(Zh["sheet." + column]);

        Assert.True(at >= 0 && filed.Exists(number => number is not null));
        Assert.Equal(filed, rows.Select(row => Number(row.ElementAtOrDefault(at) ?? "")));
    }

    [Fact]
    public void Verdicts_OfCounties_AreTheMartsInWords()
    {
        var filed = city.Rows("select overall, resource, coefficient, government, quality, satisfaction, veto from county_verdict where year = 2024 order by county_code").Select(row => row.Select(value => Zh["verdict." + value]));
        var (heads, rows) = city.Sheet("verdicts", "counties");
        var first = heads.IndexOf(Zh["sheet.overall"]);

        Assert.Equal(filed, rows.Select(row => row[first..(first + 7)]));
    }

    [Fact]
    public void Amounts_ByOffice_CountEachGapOnce()
    {
        var (heads, rows) = city.Sheet("gaps", "gap_offices");
        var (amount, unit) = (heads.IndexOf(Zh["sheet.amount"]), heads.IndexOf(Zh["sheet.unit"]));

        foreach (var row in city.Rows("select unit, sum(amount)::double from remedy where year = 2024 and amount is not null group by unit"))
            Assert.Equal(Convert.ToDouble(row[1], CultureInfo.InvariantCulture), rows.Where(one => one.Length > unit && one[unit] == (string)row[0]!).Sum(one => Number(one[amount]) ?? 0), 6);
    }

    [Fact]
    public void Lists_OfAWorkbook_AreFrozenFilteredColouredAndRepeatTheirHeads()
    {
        using var document = SpreadsheetDocument.Open(city.PathOf("verdicts"), false);
        var book = document.WorkbookPart!;
        var sheets = book.Workbook.Descendants<Sheet>().ToList();
        foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, index)).Skip(1))
        {
            var list = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet;
            Assert.Equal(2d, list.Descendants<Pane>().Single().VerticalSplit!.Value);
            Assert.StartsWith("A2:", list.Descendants<AutoFilter>().Single().Reference!.Value, StringComparison.Ordinal);
            Assert.Contains(book.Workbook.Descendants<DefinedName>(), name => name.Name == "_xlnm.Print_Titles" && name.LocalSheetId! == (uint)index && name.Text.EndsWith("!$1:$2", StringComparison.Ordinal));
            Assert.Equal((OrientationValues.Landscape, 1u, 0u), (list.Descendants<PageSetup>().Single().Orientation!.Value, list.Descendants<PageSetup>().Single().FitToWidth!.Value, list.Descendants<PageSetup>().Single().FitToHeight!.Value));
            Assert.Contains("&P / &N", list.Descendants<OddFooter>().Single().Text, StringComparison.Ordinal);
            Assert.Contains(Zh["cover.synthetic_mark"], list.Descendants<OddHeader>().Single().Text, StringComparison.Ordinal);
            Assert.Contains(list.Descendants<ConditionalFormattingRule>(), rule => rule.GetFirstChild<Formula>()!.Text == $"\"{Zh["verdict.not_met"]}\"");
        }
    }

    [Theory]
    [InlineData("verdicts")]
    [InlineData("gaps")]
    [InlineData("problems")]
    [InlineData("remedies")]
    [InlineData("ledger")]
    public void PublicEdition_NamesNoSchoolThatFailsOrIsUnknown(string kind)
    {
        var said = string.Join('\n', WrittenWorkbook.Read(city.PathOf(kind, Edition.Public)).SelectMany(sheet => sheet.Rows).SelectMany(row => row));
        var failing = city.Rows("select distinct school_code, school_name from school_verdict join school using (year, school_code) where year = 2024 and verdict <> 'met' union select distinct school_code, school_name from school_rule_result join school using (year, school_code) where year = 2024 and verdict in ('not_met', 'unknown')");

        Assert.NotEmpty(failing);
        Assert.All(failing, row => Assert.False(said.Contains((string)row[0]!, StringComparison.Ordinal) || said.Contains((string)row[1]!, StringComparison.Ordinal), (string)row[1]!));
    }

    [Fact]
    public void PublicEdition_OfVerdicts_StillListsSchoolsThatPass() =>
        Assert.True(WrittenWorkbook.Read(city.PathOf("verdicts", Edition.Public)).Single(sheet => sheet.Sheet == Zh["sheet.title.schools"]).Rows.Count > 10);

    [Fact]
    public void Columns_AllThatAreKnown_HaveAHeadingInBothLanguages() =>
        Assert.All(TabulatedColumn.All, column => Assert.True(Zh.Has("sheet." + column.Name) && TextBook.In(Language.En).Has("sheet." + column.Name), column.Name));

    static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
