using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>The workbook that a county fills in: a guide, then a sheet a dataset.</summary>
public static class TemplateWorkbook
{
    static readonly Dictionary<string, string> Facts = new() { ["format"] = FormattableString.Invariant($"{FilingForm.Format}"), ["kind"] = "template" };

    /// <summary>Writes it with nothing filled in.</summary>
    public static void Write(string path, IReadOnlyList<FilingForm> forms, TextBook texts) => Write(path, forms, texts, form => form.Name, _ => []);

    /// <param name="titleOf">What stands above a sheet.</param>
    /// <param name="rowsOf">The lines that are filled in.</param>
    public static void Write(
        string path, IReadOnlyList<FilingForm> forms, TextBook texts, Func<FilingForm, string> titleOf, Func<FilingForm, IEnumerable<IReadOnlyList<string>>> rowsOf) =>
        WorkbookWriter.Write(path, Facts, book =>
        {
            book.Sheet(texts["template.guide"], GuideSheet.Layout, new GuideSheet(forms, texts).Write);
            foreach (var form in forms)
            {
                var sheet = new FormSheet(form, texts);
                book.Sheet(form.Name, sheet.Layout, writer => sheet.Write(writer, titleOf(form), rowsOf(form)));
            }
        });
}
