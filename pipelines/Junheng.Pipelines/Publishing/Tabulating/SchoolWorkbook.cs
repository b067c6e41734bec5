using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Tabulating;

/// <summary>
/// 一校一案 of one county: a page a school with its gaps beside the measures against them, and the form in which people fill those in. The form is that of <c>junheng template</c>:
/// what comes back filled is read like any filing.
/// </summary>
public static class SchoolWorkbook
{
    const string Dataset = "school_plan";

    /// <returns>The number of schools; with none nothing is written.</returns>
    public static int Write(string path, SnapshotReader reader, Tabulation about, TextBook texts, CancellationToken cancellation)
    {
        var rows = RemedySheets.Schools.RowsOf(reader, about, cancellation);
        var schools = Enumerable.Range(0, rows.Rows.Count).GroupBy(row => (string)rows[row, "school_code"]!).ToList();
        if (schools.Count == 0) return 0;

        var (catalog, pack) = NationalForms.Read();
        var form = FilingForm.All(catalog.Datasets.Where(dataset => dataset.Name == Dataset), pack)[0];
        var synthetic = reader.Snapshot.Catalog.Synthetic;
        var head = ListWorkbook.PageHead(synthetic, about, texts);
        WorkbookWriter.Write(path, ListWorkbook.FactsOf(about), book =>
        {
            var cover = new CoverSheet(about, reader.Snapshot, ListWorkbook.TitleOf(about, texts), texts);
            book.Sheet(texts["cover.title"], CoverSheet.Layout(head), sheet => cover.Write(sheet, [], [texts["school_page.fill_in", ("form", form.Name), ("mark", FilingForm.OpenMark)]]));
            var filling = new FormSheet(form, texts);
            book.Sheet(form.Name, filling.Layout with { PageHead = head }, sheet => filling.Write(sheet, ListWorkbook.Marked(form.Name, synthetic, about, texts), Enumerable.Range(0, rows.Rows.Count).Select(row => Line(form, rows, row, about))));
            foreach (var school in schools)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = new SchoolPage(rows, [.. school], texts);
                book.Sheet((string)rows[school.First(), "school_name"]!, SchoolPage.Layout(head), sheet => page.Write(sheet, synthetic ? texts["cover.synthetic_mark"] : "", about.Year, form.Name));
            }
        });
        return schools.Count;
    }

    // A gap without a measure is a line to fill in: it is no data until somebody writes over the mark.
    static IReadOnlyList<string> Line(FilingForm form, RowSet rows, int row, Tabulation about)
    {
        var values = form.Dataset.Fields.Where(field => rows.IndexOf(field.Name) >= 0 && rows[row, field.Name] is not null).ToDictionary(field => field.Name, field => RowFormats.Text(rows[row, field.Name]), StringComparer.Ordinal);
        if (rows[row, "stage"] as string == "all") values.Remove("stage");
        values.TryAdd("year", RowFormats.Text(about.Year));
        values.TryAdd("measure", FilingForm.OpenMark);
        return form.Line(values);
    }
}
