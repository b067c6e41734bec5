using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Publishing.Templates;

public sealed class TemplateTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("junheng-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Map_Shipped_IsTheOneTheFormsMake()
    {
        var path = RepositoryRoot.File("models/maps/template.yaml");
        if (Environment.GetEnvironmentVariable("JUNHENG_ACCEPT") == "1") File.WriteAllText(path, TemplateMap.Of(ShippedForms.All));

        Assert.Equal(File.ReadAllText(path), TemplateMap.Of(ShippedForms.All));
    }

    [Fact]
    public void Forms_EveryDatasetOfTheCatalog_HasHeadersAndSheetNamesThatDiffer()
    {
        Assert.Equal(ShippedForms.Catalog.Datasets.Select(dataset => dataset.Name).Order(StringComparer.Ordinal), ShippedForms.All.Select(form => form.Dataset.Name).Order(StringComparer.Ordinal));
        Assert.Equal("school", ShippedForms.All[0].Dataset.Name);
        Assert.Equal(ShippedForms.All.Count, ShippedForms.All.Select(form => form.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ShippedForms.All, form =>
        {
            Assert.Equal(form.Dataset.Fields.Count, form.Headers.Distinct(StringComparer.Ordinal).Count());
            // The mark of the example stands where data has its year.
            Assert.Equal(FieldKind.Year, form.Columns[0].Field.Kind);
        });
    }

    [Fact]
    public void Forms_EveryDropDown_FitsAndTellsItsWordsApart() =>
        Assert.All(ShippedForms.All.SelectMany(form => form.Columns).Where(column => column.Words.Count > 0), column =>
        {
            Assert.True(EntryRule.OneOf.Fits(column.Words.Select(word => word.Filed).ToList()), column.Header);
            Assert.Equal(column.Words.Count, column.Words.Select(word => word.Filed).Distinct(StringComparer.Ordinal).Count());
        });

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Workbook_Blank_IsValidAndHasASheetADataset(Language language)
    {
        var path = Written(language);

        WrittenWorkbook.IsValid(path);
        var sheets = WrittenWorkbook.Read(path);
        Assert.Equal(["填报说明", .. ShippedForms.All.Select(form => form.Name)], sheets.Select(sheet => sheet.Sheet));
        foreach (var (form, sheet) in ShippedForms.All.Zip(sheets.Skip(1)))
        {
            Assert.Equal(form.Headers, sheet.Rows[FilingForm.HeaderRow - 1]);
            Assert.Equal("示例", sheet.Rows[FilingForm.ExampleRow - 1][0]);
            Assert.Equal(FilingForm.ExampleRow, sheet.Rows.Count);
            Assert.Contains("format: 1", sheet.Rows[1][0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Workbook_ColumnsOfCodes_ArePlainText()
    {
        using var document = SpreadsheetDocument.Open(Written(Language.Zh), false);
        var schools = ShippedForms.All.ToList().FindIndex(form => form.Dataset.Name == "school") + 1;
        var columns = SheetAt(document, schools).Descendants<Column>().ToList();
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        const uint Text = 49;

        foreach (var (column, index) in ShippedForms.All[schools - 1].Columns.Select((column, index) => (column, index)).Where(one => one.column.Field.Kind == FieldKind.Code))
            Assert.True(((CellFormat)styles.ElementAt((int)columns[index].Style!.Value)).NumberFormatId! == Text, column.Header);
    }

    [Fact]
    public void Workbook_Choices_AreChineseWordsInADropDown()
    {
        using var document = SpreadsheetDocument.Open(Written(Language.En), false);
        var schools = ShippedForms.All.ToList().FindIndex(form => form.Dataset.Name == "school") + 1;

        var lists = SheetAt(document, schools).Descendants<DataValidation>().Where(rule => rule.Type?.Value == DataValidationValues.List).Select(rule => rule.Formula1!.Text).ToList();

        Assert.Contains("\"城区,镇区,乡村\"", lists);
        Assert.Contains("\"公办,民办\"", lists);
        Assert.Contains(lists, list => list.Contains("九年一贯制学校", StringComparison.Ordinal));
    }

    [Fact]
    public void Folder_WithATemplate_IsTaken()
    {
        var target = Path.Combine(folder.FullName, "county");
        Assert.False(TemplateFolder.IsTaken(target));

        TemplateFolder.Write(target, ShippedForms.All, "national-2017", new DateOnly(2024, 12, 31), TextBook.In(Language.Zh));

        Assert.True(TemplateFolder.IsTaken(target));
    }

    string Written(Language language)
    {
        var path = Path.Combine(folder.FullName, "template.xlsx");
        TemplateWorkbook.Write(path, ShippedForms.All, TextBook.In(language));
        return path;
    }

    static Worksheet SheetAt(SpreadsheetDocument document, int index) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(index).Id!)).Worksheet;
}
