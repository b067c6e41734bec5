using System.Globalization;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The sample in the forms of <c>junheng template</c>: a workbook a year, or a text file a form and year.</summary>
static class FilledTemplate
{
    const string Pack = "national-2017";
    const string Workbook = "填报表";

    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<YearBook> books, SampleFormat format)
    {
        var forms = Forms(books[0]);
        var names = forms.Select(form => form.Dataset.Name);
        return
        [
            SampleSource.Of(Templates.FormSourceHead, format == SampleFormat.Xlsx ? [(Workbook, names)] : names.Select(name => (name, (IEnumerable<string>)[name])), format),
            .. books.SelectMany(book => format == SampleFormat.Xlsx ? [WorkbookOf(book, forms)] : TextsOf(book, forms, format)),
        ];
    }

    static SynthesisFile WorkbookOf(YearBook book, IReadOnlyList<FilingForm> forms) => new(
        SampleSource.PathOf(book.Year, Workbook, SampleFormat.Xlsx),
        path => TemplateWorkbook.Write(path, forms, TextBook.In(Language.Zh), form => TitleOf(form, book), form => LinesOf(form, book)));

    static IEnumerable<SynthesisFile> TextsOf(YearBook book, IReadOnlyList<FilingForm> forms, SampleFormat format) => forms.Select(form =>
    {
        IEnumerable<IReadOnlyList<string>> lines = [[TitleOf(form, book)], [], [.. form.Headers], form.Example(), .. LinesOf(form, book)];
        var text = string.Concat(lines.Select(line => string.Join(',', line) + "\n"));
        return new SynthesisFile(SampleSource.PathOf(book.Year, form.Dataset.Name, format), text, SampleSource.EncodingOf(format));
    });

    static IEnumerable<IReadOnlyList<string>> LinesOf(FilingForm form, YearBook book)
    {
        var table = book.Tables.First(table => table.Dataset == form.Dataset.Name);
        return CityTable.Of(table.Dataset, book.Year, table.Sheet).Rows.Select(form.Line);
    }

    static string TitleOf(FilingForm form, YearBook book) =>
        string.Create(CultureInfo.InvariantCulture, $"示例数据（synthetic）：示例市{book.Year}年{form.Name}，全部为虚构，不得引用");

    // Only what the city files: a form for a dataset it has no table of would stay empty.
    static IReadOnlyList<FilingForm> Forms(YearBook book)
    {
        var findings = new FindingList();
        var catalog = FieldCatalogReader.Read(ShippedContent.Fields, findings);
        var pack = PackChain.Read(new PackFile(Path.Combine(ShippedContent.Standards, Pack + ".yaml"), Pack), "", catalog, findings)?.Pack
            ?? throw new InvalidOperationException($"The pack {Pack} does not read.");
        var filed = book.Tables.Select(table => table.Dataset).ToHashSet(StringComparer.Ordinal);
        return FilingForm.All(catalog.Datasets.Where(dataset => filed.Contains(dataset.Name)), pack);
    }
}
