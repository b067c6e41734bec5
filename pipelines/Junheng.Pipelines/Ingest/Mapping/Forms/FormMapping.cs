using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping.Forms;

/// <summary>
/// One workbook of forms read as one dataset: each sheet a layout reads is one record, and a place may name another sheet of the workbook, as the school's code
/// does that stands on the first form alone.
/// </summary>
internal sealed class FormMapping(Mapper mapper, FiledFile file, Dataset dataset, IReadOnlyList<Layout> layouts, RowCount count)
{
    public void Run(IEnumerable<RawRow> rows)
    {
        var workbook = rows.GroupBy(row => row.Sheet).Select(sheet => new FormSheet(sheet.Key, sheet.ToList())).ToList();
        if (workbook.Count == 0) return;
        if (file.Year is { } year && !layouts.Any(layout => layout.Covers(year)))
        {
            mapper.Findings.Add(Finding.Error("MAP-NO-LAYOUT", new Place(file.Name), year.ToString(CultureInfo.InvariantCulture), ("dataset", dataset.Name), ("map", mapper.Source.Map)));
            return;
        }

        var covering = layouts.Where(layout => file.Year is not { } said || layout.Covers(said)).ToList();
        var read = false;
        foreach (var sheet in workbook)
        {
            var reading = covering.Where(layout => layout.Reads(sheet.Name)).ToList();
            if (reading.Count == 0) continue;
            read = true;
            count.RowsIn += sheet.Rows.Count;
            count.NotData += sheet.Rows.Count;
            var taken = new HashSet<int>();
            foreach (var layout in reading) Read(sheet, workbook, layout, taken);
        }

        if (!read) SheetNames.TellNone(mapper.Findings, file.Name, dataset.Name, workbook.Select(sheet => sheet.Name), covering);
    }

    void Read(FormSheet sheet, List<FormSheet> workbook, Layout layout, HashSet<int> taken)
    {
        foreach (var one in workbook) one.FindHeader(one == sheet ? layout.HeaderRow : null, layout.HeaderRows, layout.Operands.Where(operand => operand.Names.Any(name => name.Header is not null)).ToList());
        var record = FormRecord.Of(file.Name, sheet, workbook, layout, dataset, mapper.Findings);
        if (layout.NotData.Any(test => test.Operand is { } operand && test.Accepts(record.Text(operand)))) return;

        // Each record of a sheet goes by a row of its own.
        if (!taken.Add(record.Row) && sheet.Rows.FirstOrDefault(row => !taken.Contains(row.Number)) is { Number: > 0 } free) taken.Add(record.Row = free.Number);
        mapper.Keep(record.Columns(layout, dataset.Name));
        count.NotData--;
        var mapped = new MappedRow(dataset, file.Name, sheet.Name, record.Row) { Year = file.Year, FiledOn = file.FiledOn };
        new Accepting(mapper, dataset, count).Accept(record, mapped, new RowReader(layout, record.FaultOf, mapper.Missing, mapper.Findings, mapper.Padded), file.Year);
    }
}
