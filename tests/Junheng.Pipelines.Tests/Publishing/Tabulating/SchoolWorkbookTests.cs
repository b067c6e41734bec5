using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Tabulating;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Tests.Publishing.Workbooks;
using Junheng.Pipelines.Tests.Synthesis;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Tests.Publishing.Tabulating;

public sealed class SchoolWorkbookTests(TabulatedCity city) : IClassFixture<TabulatedCity>
{
    static readonly TextBook Zh = TextBook.In(Language.Zh);

    [Fact]
    public void Pages_OneASchoolThatLacksSomething_ShowTheGapAsItIs()
    {
        var sheets = WrittenWorkbook.Read(city.PathOf(ListWorkbook.OfSchools));
        var gaps = city.Rows($"select school_name, amount::double from remedy join school using (year, school_code) where year = 2024 and remedy.county_code = '{TabulatedCity.County}' and amount > 0");

        Assert.NotEmpty(gaps);
        foreach (var gap in gaps)
        {
            var page = sheets.Single(sheet => sheet.Sheet == (string)gap[0]!);
            var at = page.Rows[2].ToList().IndexOf(Zh["sheet.amount"]);
            Assert.Contains(page.Rows.Skip(3), row => row.ElementAtOrDefault(at) is { Length: > 0 } amount && double.Parse(amount, System.Globalization.CultureInfo.InvariantCulture).Equals(gap[1]));
        }
    }

    // What the form has a column for and the list leaves out would come back blank, and so withdrawn.
    [Fact]
    public void Form_HoldsEveryFieldThatWasFiled()
    {
        var (heads, _) = city.Sheet("remedies", "remedy_schools");
        var fields = NationalForms.Read().Catalog.Datasets.Single(dataset => dataset.Name == "school_plan").Fields.Select(field => field.Name).Except(["stage"]);

        Assert.All(fields, field => Assert.Contains(Zh["sheet." + field], heads));
    }

    [Fact]
    public void Form_FilledIn_ComesBackAsMeasuresAndLinesLeftOpenDoNot()
    {
        using var source = new SmallSource();
        var path = source.PathOf("plans/back.xlsx");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(city.PathOf(ListWorkbook.OfSchools), path);
        FillIn(path, "=添置图书", "财政局", "张三");
        source.Write("maps/forms.yaml", File.ReadAllText(RepositoryRoot.File("models/maps/template.yaml")).Replace("id: template", "id: forms", StringComparison.Ordinal));
        source.Replace(SmallSource.Yaml, "map: maps/small.yaml", "map: maps/both.yaml");
        source.Write("maps/both.yaml", source.Read(SmallSource.Map) + "\n" + SchoolPlanOf(source.Read("maps/forms.yaml")));
        source.Append(SmallSource.Yaml, "  - files: plans/back.xlsx\n    datasets: [school_plan]\n");

        foreach (var school in city.Rows($"select school_code, school_name from school where year = 2024 and county_code = '{TabulatedCity.County}' order by 1"))
            source.Append(SmallSource.Schools, $"{school[0]},{school[1]},{TabulatedCity.County},小学,城区,公办\n");

        var outcome = source.Build(library: Judging.Filing.Library.For(["school_stage"]));
        Assert.True(outcome.Snapshot is not null, string.Join('\n', outcome.Findings.Take(9).Select(finding => $"{finding.Code} {finding.Place} {finding.Value}")));
        using var reader = Warehouse.Reading.SnapshotReader.Open(outcome.Snapshot!, new Warehouse.Engine.EngineOptions(1, "1GB", Path.Combine(source.Root, "back")));

        var rows = reader.Query("select measure, responsible_office, responsible_person from filed_school_plan order by measure", CancellationToken.None).Rows;
        Assert.Contains(rows, row => (string)row[0]! == "=添置图书" && (string?)row[1] == "财政局" && (string?)row[2] == "张三");
        Assert.DoesNotContain(rows, row => (string)row[0]! == FilingForm.OpenMark);
        var filed = city.Rows($"select count(*) from filed_school_plan join school using (year, school_code) where year = 2024 and county_code = '{TabulatedCity.County}'");
        Assert.Equal(Convert.ToInt32(filed[0][0], System.Globalization.CultureInfo.InvariantCulture) + 1, rows.Count);
    }

    static string SchoolPlanOf(string map)
    {
        var from = map.IndexOf("  school_plan:", StringComparison.Ordinal);
        var next = System.Text.RegularExpressions.Regex.Match(map[(from + 5)..], "\n  [a-z_]+:\n");
        return next.Success ? map.Substring(from, next.Index + 6) : map[from..];
    }

    // As a clerk: the first open line is written over.
    static void FillIn(string path, string measure, string office, string person)
    {
        var form = ShippedForm();
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(one => one.Name == form.Name);
        var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!);
        var row = part.Worksheet.Descendants<Row>().First(one => one.Descendants<Cell>().Any(cell => cell.InnerText == FilingForm.OpenMark));
        foreach (var (field, words) in new[] { ("measure", measure), ("responsible_office", office), ("responsible_person", person) })
        {
            var letters = Models.Findings.Place.Letters(form.Columns.ToList().FindIndex(column => column.Field.Name == field) + 1);
            var address = letters + row.RowIndex;
            var cell = row.Elements<Cell>().FirstOrDefault(one => one.CellReference == address);
            if (cell is null)
            {
                cell = new Cell { CellReference = address };
                row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(one => one.CellReference!.Value!.Length > address.Length || one.CellReference.Value.Length == address.Length && string.CompareOrdinal(one.CellReference, address) > 0));
            }

            (cell.DataType, cell.CellValue, cell.InlineString) = (CellValues.InlineString, null, new InlineString(new Text(words)));
        }

        part.Worksheet.Save();
    }

    static FilingForm ShippedForm()
    {
        var (catalog, pack) = NationalForms.Read();
        return FilingForm.All(catalog.Datasets.Where(dataset => dataset.Name == "school_plan"), pack)[0];
    }
}
