using System.Globalization;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The sample in the forms of <c>junheng template</c>: a workbook a year, or a text file a form and year.</summary>
static class FilledTemplate
{
    const string Workbook = "填报表";

    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<FiledTable> tables, SampleFormat format)
    {
        var forms = Forms(tables);
        var folders = tables.GroupBy(table => table.Folder).Select(group => forms.Join(group, form => form.Dataset.Name, table => table.Dataset, (form, table) => (Form: form, Table: table)).ToList()).ToList();
        return
        [
            SampleSource.Of(Templates.FormSourceHead, folders.DistinctBy(folder => folder[0].Table.FolderPattern).SelectMany(folder => EntriesOf(folder, format)), format),
            .. folders.SelectMany(folder => format == SampleFormat.Xlsx ? [WorkbookOf(folder)] : TextsOf(folder, format)),
        ];
    }

    static IEnumerable<(string, IEnumerable<string>)> EntriesOf(List<(FilingForm Form, FiledTable Table)> folder, SampleFormat format) => format == SampleFormat.Xlsx
        ? [($"{folder[0].Table.FolderPattern}/{Workbook}", folder.Select(one => one.Table.Dataset))]
        : folder.Select(one => ($"{one.Table.FolderPattern}/{one.Table.Dataset}", (IEnumerable<string>)[one.Table.Dataset]));

    static SynthesisFile WorkbookOf(List<(FilingForm Form, FiledTable Table)> folder)
    {
        var tables = folder.ToDictionary(one => one.Form.Name, one => one.Table, StringComparer.Ordinal);
        return new SynthesisFile(
            $"{folder[0].Table.Folder}/{Workbook}{SampleSource.ExtensionOf(SampleFormat.Xlsx)}",
            path => TemplateWorkbook.Write(path, folder.ConvertAll(one => one.Form), TextBook.In(Language.Zh), form => TitleOf(form, tables[form.Name]), form => LinesOf(form, tables[form.Name])));
    }

    static IEnumerable<SynthesisFile> TextsOf(List<(FilingForm Form, FiledTable Table)> folder, SampleFormat format) => folder.Select(one =>
    {
        IEnumerable<IReadOnlyList<string>> lines = [[TitleOf(one.Form, one.Table)], [], [.. one.Form.Headers], one.Form.Example(), .. LinesOf(one.Form, one.Table)];
        var text = string.Concat(lines.Select(line => string.Join(',', line) + "\n"));
        return new SynthesisFile($"{one.Table.Folder}/{one.Table.Dataset}{SampleSource.ExtensionOf(format)}", text, SampleSource.EncodingOf(format));
    });

    static IEnumerable<IReadOnlyList<string>> LinesOf(FilingForm form, FiledTable table) => CityTable.Of(table).Rows.Select(form.Line);

    static string TitleOf(FilingForm form, FiledTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"示例数据（synthetic）：示例市{table.Year}{(table.Year is null ? "" : "年")}{form.Name}，全部为虚构，不得引用");

    // Only what the city files: a form for a dataset it has no table of would stay empty.
    static IReadOnlyList<FilingForm> Forms(IEnumerable<FiledTable> tables)
    {
        var (catalog, pack) = NationalForms.Read();
        var filed = tables.Select(table => table.Dataset).ToHashSet(StringComparer.Ordinal);
        return FilingForm.All(catalog.Datasets.Where(dataset => filed.Contains(dataset.Name)), pack);
    }
}
