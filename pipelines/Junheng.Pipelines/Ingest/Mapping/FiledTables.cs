using System.Globalization;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>The table of words each dataset becomes: <c>filed_school</c>, <c>filed_stage</c> … Its columns follow from the field catalog.</summary>
internal static class FiledTables
{
    public static string NameOf(Dataset dataset) => "filed_" + dataset.Name;

    public static TableDocument Of(Dataset dataset) => new(
        NameOf(dataset),
        new Bilingual($"填报：{dataset.Zh}", $"As filed: {dataset.En}"),
        dataset.Key,
        [
            .. WordsOf(dataset).Select(field => new ColumnDocument(
                field.Name,
                field.Kind == FieldKind.Year ? "INTEGER" : "VARCHAR",
                "",
                !field.Required,
                new Bilingual(field.Zh, field.En))),
            new("file", "VARCHAR", "", false, new Bilingual("文件", "file")),
            new("sheet", "VARCHAR", "", false, new Bilingual("工作表", "sheet")),
            new("row", "INTEGER", "", false, new Bilingual("行", "row as a spreadsheet shows it")),
        ]);

    public static string?[] CellsOf(MappedRow row) =>
    [
        .. WordsOf(row.Dataset).Select(field => field.Kind == FieldKind.Year ? Text(row.Year!.Value) : row.Word(field.Name)),
        row.File,
        row.Sheet,
        Text(row.Number),
    ];

    static IEnumerable<Field> WordsOf(Dataset dataset) => dataset.Fields.Where(field => field.Kind != FieldKind.Quantity);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
