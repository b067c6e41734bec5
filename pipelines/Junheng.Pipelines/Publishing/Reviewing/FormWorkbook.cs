using System.Globalization;
using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Applications;
using Junheng.Pipelines.Publishing.Workbooks;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>The form as a workbook: blank, or filled in with what we compute; what we do not compute, or do not know, stays blank.</summary>
public sealed class FormWorkbook
{
    static readonly CellStyle Heading = new() { Bold = true, Size = 14 };
    static readonly CellStyle Head = new() { Bold = true, Fill = "DDEBF7", Bordered = true, Wrapped = true, Centred = true };
    static readonly CellStyle Words = new() { Bordered = true, Wrapped = true };

    readonly ApplicationForm form;
    readonly ReviewedCounty? county;
    readonly FilledForm filled;
    readonly string title;

    FormWorkbook(ApplicationForm form, ReviewedCounty? county, string title)
    {
        (this.form, this.county, this.title) = (form, county, title);
        filled = new FilledForm(form, county is null ? null : new ComputedFigures(county));
    }

    public static FormWorkbook Blank(ApplicationForm form) => new(form, null, "");

    /// <summary>Says above every table whose figures these are, and that they are invented, or made in spite of errors, where they are.</summary>
    public static FormWorkbook Filled(ApplicationForm form, SnapshotReader reader, string county, int year, CancellationToken cancellation)
    {
        var catalog = reader.Snapshot.Catalog;
        var mark = (catalog.Synthetic ? "示例数据（synthetic），全部为虚构，不得引用。" : "") + (catalog.Partial ? "带着错误接受的快照：有错的格及由其算出的不明。" : "");
        var whose = string.Create(CultureInfo.InvariantCulture, $"{mark}县区代码 {county}，{year} 年，由快照 {reader.Snapshot.Number} 按规则包 {catalog.RulePack} 填入；空格处本程序不能得出");
        return new FormWorkbook(form, new ReviewedCounty(reader, county, year, cancellation), whose);
    }

    public void Write(string path) => WorkbookWriter.Write(
        path,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["format"] = "1", ["kind"] = form.Id },
        book =>
        {
            foreach (var table in form.Tables) book.Sheet("表" + table.Id, SheetLayout.OfWidths(table.Columns.Select(column => WidthOf(table, column)).Prepend(LabelColumns(table) > 1 ? 10 : 14).ToArray()), sheet => Sheet(sheet, table));
        });

    void Sheet(SheetWriter sheet, ApplicationTable table)
    {
        sheet.Row([Cell.Of(table.Title.Zh, Heading)], height: 24);
        sheet.Row([Cell.Of(title)]);
        Header(sheet, table);
        if (table.Shape == TableShape.Schools) Schools(sheet, table);
        else foreach (var row in table.Rows) sheet.Row(Labels(table, row).Concat(table.Columns.Where(column => column.Role != ApplicationColumn.Label).Select(column => Filled(column, row))));
    }

    static void Header(SheetWriter sheet, ApplicationTable table)
    {
        var offset = table.Shape == TableShape.Grid ? LabelColumns(table) : 0;
        var columns = Columns(table).Where(column => table.Shape != TableShape.Grid || column.Role.Length == 0).ToList();
        var depth = columns.Max(column => column.Header.Count);
        var top = sheet.LastRow + 1;
        for (var level = 0; level < depth; level++)
            sheet.Row(Enumerable.Repeat(Cell.Blank(Head), offset).Concat(columns.Select((column, index) => Shown(columns, index, level) ? Cell.Of(column.Header[level], Head) : Cell.Blank(Head))));
        for (var index = 0; index < columns.Count; index++)
        {
            for (var level = 0; level < columns[index].Header.Count; level++)
            {
                if (!Shown(columns, index, level)) continue;
                var right = index;
                while (right + 1 < columns.Count && level < columns[index].Header.Count - 1 && !Shown(columns, right + 1, level) && columns[right + 1].Header.Count > level) right++;
                var down = level == columns[index].Header.Count - 1 ? depth - 1 : level;
                if (right > index || down > level) sheet.Merge(new CellRange(offset + index + 1, top + level, offset + right + 1, top + down));
            }
        }
    }

    // A word over several columns stands in the first of them.
    static bool Shown(List<ApplicationColumn> columns, int index, int level) =>
        level < columns[index].Header.Count
        && !(index > 0 && level < columns[index].Header.Count - 1 && columns[index - 1].Header.Count > level + 1 && columns[index].Header.Take(level + 1).SequenceEqual(columns[index - 1].Header.Take(level + 1)));

    void Schools(SheetWriter sheet, ApplicationTable table)
    {
        if (county is null) return;
        var matching = new SchoolMatching(county, []);
        foreach (var stage in new[] { "primary", "junior" })
        {
            var number = 0;
            foreach (var (code, _) in matching.Expected.Where(one => one.Stage == stage))
            {
                number++;
                sheet.Row(Columns(table).Select(column => column.Role switch
                {
                    ApplicationColumn.Number => Cell.Of(number),
                    ApplicationColumn.Name => Cell.Of(matching.NameOf(code)),
                    _ => CellOf(column.Asked, filled.Of(column.Asked, code, stage)),
                }));
            }
        }
    }

    Cell Filled(ApplicationColumn column, ApplicationRow row)
    {
        if (column.Role == ApplicationColumn.Sentence)
            return Cell.Of(filled.Sentence(row), Words);
        if (!ApplicationFormReader.IsAsked(column, row)) return Cell.Of("——");
        var asked = column.Asked.Under(row.Asked);
        return CellOf(asked, filled.Of(asked));
    }

    Cell CellOf(AskedFigure asked, Computed computed) => filled.Text(asked, computed) is var text && computed.Number is not null && asked.NotComputed is null
        ? Cell.Of(decimal.Parse(text, CultureInfo.InvariantCulture))
        : Cell.Of(text);

    static IEnumerable<Cell> Labels(ApplicationTable table, ApplicationRow row) => table.Shape == TableShape.Sentences ? [Cell.Of(row.Label[0], Words)] : row.Label.Select(label => Cell.Of(label, Words));

    // The official form has no column for codes or stages.
    static IEnumerable<ApplicationColumn> Columns(ApplicationTable table) => table.Columns.Where(column => !column.Optional);

    static int LabelColumns(ApplicationTable table) => table.Rows.Count == 0 ? 0 : table.Rows.Max(row => row.Label.Count);

    static double WidthOf(ApplicationTable table, ApplicationColumn column) =>
        table.Shape == TableShape.Sentences ? (column.Role.Length > 0 ? 60 : 12) : column.Role == ApplicationColumn.Name ? 30 : 14;
}
