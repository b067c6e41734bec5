using System.Globalization;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>The sample in the forms of <c>junheng template</c>: a workbook a year, or a text file a form and year.</summary>
sealed class FilledTemplate(IReadOnlyList<CityTable> tables, SampleFormat format)
{
    const string Workbook = "填报表";

    readonly List<List<(FilingForm Form, CityTable Table)>> folders = FoldersOf(tables);

    /// <summary>The sample as nothing but forms.</summary>
    public static IEnumerable<SynthesisFile> Files(IReadOnlyList<CityTable> tables, SampleFormat format)
    {
        var forms = new FilledTemplate(tables, format);
        return [SampleSource.Of(Templates.HeadFor("template"), forms.Entries, format), .. forms.Written];
    }

    /// <summary>What source.yaml says of the files.</summary>
    public IEnumerable<SampleFiles> Entries => folders.DistinctBy(folder => folder[0].Table.FolderPattern).SelectMany(folder => SampleSource.IsWorkbook(format)
        ? [new SampleFiles($"{folder[0].Table.FolderPattern}/{Workbook}", folder.Select(one => one.Table.Dataset))]
        : folder.Select(one => new SampleFiles($"{one.Table.FolderPattern}/{one.Table.Dataset}", [one.Table.Dataset])));

    public IEnumerable<SynthesisFile> Written => folders.SelectMany(folder => SampleSource.IsWorkbook(format) ? [WorkbookOf(folder)] : folder.Select(TextOf));

    SynthesisFile WorkbookOf(List<(FilingForm Form, CityTable Table)> folder)
    {
        var tablesOf = folder.ToDictionary(one => one.Form.Name, one => one.Table, StringComparer.Ordinal);
        return new SynthesisFile(
            $"{folder[0].Table.Folder}/{Workbook}{SampleSource.ExtensionOf(format)}",
            path => TemplateWorkbook.Write(path, folder.ConvertAll(one => one.Form), TextBook.In(Language.Zh), form => TitleOf(form, tablesOf[form.Name]), form => LinesOf(form, tablesOf[form.Name])));
    }

    SynthesisFile TextOf((FilingForm Form, CityTable Table) one)
    {
        var text = string.Concat(SheetOf(one.Form, one.Table).Select(line => string.Join(',', line) + "\n"));
        return new SynthesisFile($"{one.Table.Folder}/{one.Table.Dataset}{SampleSource.ExtensionOf(format)}", text, SampleSource.EncodingOf(format));
    }

    static IEnumerable<IReadOnlyList<string>> SheetOf(FilingForm form, CityTable table) =>
        [[TitleOf(form, table)], [], [.. form.Headers], form.Example(), .. LinesOf(form, table)];

    static IEnumerable<IReadOnlyList<string>> LinesOf(FilingForm form, CityTable table) => table.Rows.Select(form.Line);

    static string TitleOf(FilingForm form, CityTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"示例数据（synthetic）：示例市{table.Year}{(table.Year is null ? "" : "年")}{form.Name}，全部为虚构，不得引用");

    // Only what the city files: a form for a dataset it has no table of would stay empty.
    static List<List<(FilingForm Form, CityTable Table)>> FoldersOf(IReadOnlyList<CityTable> tables)
    {
        var (catalog, pack) = NationalForms.Read();
        var filed = tables.Select(table => table.Dataset).ToHashSet(StringComparer.Ordinal);
        var forms = FilingForm.All(catalog.Datasets.Where(dataset => filed.Contains(dataset.Name)), pack);
        return tables.GroupBy(table => table.Folder)
            .Select(group => forms.Join(group, form => form.Dataset.Name, table => table.Dataset, (form, table) => (Form: form, Table: table)).ToList())
            .ToList();
    }
}
