using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Publishing.Templates;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Texts;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Inspecting;

/// <summary>
/// The sheet that inspectors take to one school: what was filed, what to look at, and blank columns for what they find. Its first columns are the form of <c>site_check</c>, so that
/// the filled sheet is ingested as it is.
/// </summary>
public sealed class InspectionSheet(TextBook texts, Catalog catalog)
{
    static readonly CellStyle Title = new() { Bold = true, Size = 14 };
    static readonly CellStyle Head = new() { Bold = true, Fill = "DDEBF7", Bordered = true, Wrapped = true, Centred = true };
    static readonly CellStyle ToFill = Head with { Fill = "FFE699" };
    static readonly CellStyle Filed = new() { Bordered = true };
    static readonly CellStyle Words = new() { Bordered = true, Wrapped = true };
    static readonly CellStyle Open = new() { Bordered = true, Fill = "FFF9E5" };
    static readonly CellStyle Day = Open with { Format = NumberFormat.Date };

    // Field → width; what is not the form's own stands behind it.
    static readonly Dictionary<string, double> Widths = new() { ["year"] = 11, ["school_code"] = 15, ["stage"] = 10, ["field"] = 22, ["filed"] = 15, ["found"] = 15, ["who"] = 14, ["checked_on"] = 13 };
    static readonly string[] Beside = ["inspection.field_name", "inspection.unit", "inspection.look_at", "inspection.remark"];
    static readonly double[] BesideWidths = [28, 8, 44, 24];

    static readonly string[] FilledOnSite = ["found", "who", "checked_on"];

    public static FilingForm Form { get; } = FormOf();

    /// <summary>How a source reads the filled sheets: the layout to put first under <c>site_check</c> in its column map.</summary>
    public static string MapText => $$"""
        # 把下面的布局放进来源的列映射，作为 site_check 的第一个布局；再在 source.yaml 的 files 中写： - {files: "inspection/*.xlsx", datasets: [site_check]}
        # Put this layout first under site_check in the column map of your source, and the file pattern above into source.yaml.
        site_check:
          - years: 1900-2999
            sheets: ['{{Form.Name}}']
            header_row: {{FilingForm.HeaderRow}}
            not_data:
              - {column: '{{HeaderOf("checked_on")}}', equals: ['']}
            columns:
        {{string.Join('\n', Form.Columns.Select(column => $"      {column.Field.Name}: '{column.Header}'"))}}

        """;

    public void Write(string path, int year, string school, string name, RowSet items) => WorkbookWriter.Write(
        path,
        new Dictionary<string, string> { ["format"] = "1", ["kind"] = "inspection" },
        book => book.Sheet(Form.Name, Layout, sheet =>
        {
            sheet.Row([Cell.Of(string.Join(' ', [texts["inspection.title", ("name", name), ("school", school), ("year", year)], .. Marks()]), Title)], height: 24);
            sheet.Row([Cell.Of(texts["inspection.advice"])]);
            sheet.Row([.. Form.Columns.Select(column => Cell.Of(column.Header, FilledOnSite.Contains(column.Field.Name) ? ToFill : Head)), .. Beside.Select(key => Cell.Of(texts[key], Head))], height: 48);
            for (var row = 0; row < items.Rows.Count; row++) sheet.Row(LineOf(year, school, items, row));
            sheet.Filter(new CellRange(1, FilingForm.HeaderRow, Form.Columns.Count + Beside.Length, FilingForm.HeaderRow + items.Rows.Count));
        }));

    // The sheet leaves the house without the terminal that said so.
    IEnumerable<string> Marks()
    {
        if (catalog.Synthetic) yield return texts["cover.synthetic_mark"];
        if (catalog.Partial) yield return texts["summary.partial"];
    }

    static SheetLayout Layout => new([.. Form.Columns.Select(column => new SheetColumn(Widths[column.Field.Name])), .. BesideWidths.Select(width => new SheetColumn(width))], FilingForm.HeaderRow, 4);

    static IEnumerable<Cell> LineOf(int year, string school, RowSet items, int row)
    {
        var stage = (string)items[row, "stage"]!;
        foreach (var column in Form.Columns)
        {
            yield return column.Field.Name switch
            {
                "year" => Cell.Of(year, Filed),
                "school_code" => Cell.Of(school, Filed),
                "stage" => Cell.Of(stage == Models.Rules.Stages.All ? "" : column.WordOf(stage), Filed),
                "field" => Cell.Of((string)items[row, "field"]!, Filed),
                "filed" => Cell.Of(decimal.Parse(Rational.Parse((string)items[row, "filed"]!).ToTruncatedDecimal(12), CultureInfo.InvariantCulture), Filed),
                "checked_on" => Cell.Blank(Day),
                _ => Cell.Blank(Open),
            };
        }

        foreach (var column in new[] { "field_name", "unit", "look_at" }) yield return Cell.Of((string?)items[row, column] ?? "", Words);
        yield return Cell.Blank(Open);
    }

    static string HeaderOf(string field) => Form.Columns.First(column => column.Field.Name == field).Header;

    static FilingForm FormOf()
    {
        var (catalog, pack) = NationalForms.Read();
        return FilingForm.All([catalog.Find("site_check")!], pack)[0];
    }
}
