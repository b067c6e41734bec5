using System.Globalization;
using System.Text;
using Junheng.Models.Fields;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>The column map by which filled forms are read. It is made from the same forms as the workbook, so that the two cannot part.</summary>
public static class TemplateMap
{
    public const string Id = "template";

    public static string Of(IEnumerable<FilingForm> forms)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $$"""
            # 由字段目录生成，不要手改。Made from the field catalog; do not edit: a test holds it to the forms of `junheng template`.
            format: 1
            id: {{Id}}
            title: {zh: 填报表（junheng template）, en: Forms of junheng template}
            datasets:

            """));
        foreach (var form in forms)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  {{form.Dataset.Name}}:
                    - years: 1900-2999
                      sheets: [{{Quoted(form.Name)}}, '']
                      not_data:
                        - {column: {{Quoted(form.Columns[0].Header)}}, equals: [{{FilingForm.ExampleMark}}]}

                """);
            foreach (var column in form.Columns.Where(column => column.Field.Kind == FieldKind.Text && form.Dataset.Key.Contains(column.Field.Name)))
                text.Append(CultureInfo.InvariantCulture, $"        - {{column: {Quoted(column.Header)}, equals: [{FilingForm.OpenMark}]}}\n");
            text.Append("      columns:\n");
            foreach (var column in form.Columns) text.Append(CultureInfo.InvariantCulture, $"        {column.Field.Name}: {RuleOf(column)}\n");
        }

        return text.ToString();
    }

    static string RuleOf(FormColumn column) => column.Words.Count == 0
        ? Quoted(column.Header)
        : $"{{from: {Quoted(column.Header)}, values: {{{string.Join(", ", column.Words.Select(word => $"{Quoted(word.Filed)}: {Quoted(word.Ours)}"))}}}}}";

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
