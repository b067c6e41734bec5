using System.Globalization;
using Junheng.Models;
using Junheng.Models.Fields;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>
/// The table each dataset becomes: <c>filed_school</c>, <c>filed_room</c> … Its columns follow from the field catalog. It holds the words; a dataset of many rows a
/// school or county holds its quantities too, each with the cell it stands in.
/// </summary>
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
                TypeOf(field.Kind),
                "",
                !field.Required,
                new Bilingual(field.Zh, field.En))),
            .. QuantitiesOf(dataset).SelectMany(field => new ColumnDocument[]
            {
                new(field.Name, "DECIMAL(38,12)", field.Unit, true, new Bilingual(field.Zh, field.En)),
                new(field.Name + "_cell", "VARCHAR", "", true, new Bilingual($"{field.Zh}：所在单元格", $"{field.En}: the cell it stands in")),
            }),
            new("file", "VARCHAR", "", false, new Bilingual("文件", "file")),
            new("sheet", "VARCHAR", "", false, new Bilingual("工作表", "sheet")),
            new("row", "INTEGER", "", false, new Bilingual("行", "row as a spreadsheet shows it")),
            new("vintage", "DATE", "", true, new Bilingual("报送日期；空为未注明的首次填报", "date of the filing; empty is the first one, undated")),
            new("standing", "VARCHAR", "", false, new Bilingual("空为最近一次填报；later_faulty、later_lacks 为较早一次仍有效的原因", "empty: the latest filing; later_faulty, later_lacks: why an earlier one is still in force")),
        ]);

    public static string?[] CellsOf(MappedRow row) =>
    [
        .. WordsOf(row.Dataset).Select(field => field.Kind == FieldKind.Year ? Text(row.Year!.Value) : row.Word(field.Name)),
        .. QuantitiesOf(row.Dataset).SelectMany(field => QuantityOf(row, field)),
        row.File,
        row.Sheet,
        Text(row.Number),
        row.FiledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.Standing,
    ];

    static IEnumerable<Field> WordsOf(Dataset dataset) => dataset.Fields.Where(field => field.Kind != FieldKind.Quantity);

    static IEnumerable<Field> QuantitiesOf(Dataset dataset) =>
        dataset.Form == DatasetForm.Listed ? dataset.Fields.Where(field => field.Kind == FieldKind.Quantity) : [];

    static string?[] QuantityOf(MappedRow row, Field field)
    {
        var index = row.Quantities.FindIndex(quantity => quantity.Field.Name == field.Name);
        return index < 0 ? [null, null] : [row.Quantities[index].Amount.ToTruncatedDecimal(MappingStep.Decimals), row.Quantities[index].Cells.Addresses];
    }

    static string TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Year => "INTEGER",
        FieldKind.Date => "DATE",
        _ => "VARCHAR",
    };

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
