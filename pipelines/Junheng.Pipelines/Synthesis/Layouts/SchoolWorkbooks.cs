namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The sample as one workbook a school, of the forms of the yearly statistics, read by the map <c>school-workbook</c>. A form is never plain text: the rest of the city stands in the format asked for.</summary>
static class SchoolWorkbooks
{
    const string Folder = "一校一簿";

    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<CityTable> tables, SampleFormat format)
    {
        var schools = FiledSchool.All(tables);
        var forms = new FilledTemplate(CarriedFields.LeftOf(tables, schools), format);
        var bookFormat = SampleSource.IsWorkbook(format) ? format : SampleFormat.Xlsx;
        return
        [
            SampleSource.Of(Templates.HeadFor("maps/demo-city-workbook.yaml"), [new SampleFiles($"{{year}}/{Folder}/*", ["school", "stage", "facility"], "workbook") { Format = bookFormat }, .. forms.Entries], format),
            new("maps/demo-city-workbook.yaml", Templates.MapOver("demo-city-workbook", "school-workbook", "template")),
            .. schools.Select(school => PlainSheet.File($"{school.Folder}/{Folder}/{school.Code}", bookFormat, [.. new SchoolForms(school).Sheets])),
            .. forms.Written,
        ];
    }
}
