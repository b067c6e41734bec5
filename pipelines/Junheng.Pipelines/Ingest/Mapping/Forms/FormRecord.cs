using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping.Forms;

/// <summary>A sheet as one record: every place its layout names, found or told.</summary>
internal sealed class FormRecord : IRecord
{
    readonly string file;
    readonly FormSheet sheet;
    readonly Dictionary<Operand, FormCell> cells = [];
    readonly Dictionary<string, string> faults = new(StringComparer.Ordinal);

    FormRecord(string file, FormSheet sheet) => (this.file, this.sheet) = (file, sheet);

    public Place Place => new(file, sheet.Name, Row);

    /// <summary>The row it goes by: that of the school's code, where this sheet has one.</summary>
    public int Row { get; set; }

    public string? FaultOf(string field) => faults.GetValueOrDefault(field);

    public static FormRecord Of(string file, FormSheet sheet, IReadOnlyList<FormSheet> workbook, Layout layout, Dataset dataset, FindingList findings)
    {
        var record = new FormRecord(file, sheet);
        foreach (var operand in layout.Operands) record.Find(operand, workbook, findings);
        foreach (var (field, rule) in layout.Columns)
        {
            if (rule.Operands.FirstOrDefault(operand => !record.cells.ContainsKey(operand)) is not null) record.faults[field] = "FORM-LABEL-MISSING";
            else if (record.Contradiction(rule, dataset.Find(field)!) is { } contradiction) record.Tell(field, contradiction, findings);
        }

        var code = layout.Columns.GetValueOrDefault("school_code")?.Operands.Where(record.cells.ContainsKey).Select(operand => record.cells[operand]).FirstOrDefault(cell => cell.Sheet == sheet.Name);
        record.Row = code?.Row ?? sheet.Rows[0].Number;
        return record;
    }

    public string Text(Operand operand) => cells.TryGetValue(operand, out var cell) ? cell.Text : "";

    public Place PlaceOf(Operand operand) => cells.TryGetValue(operand, out var cell)
        ? new Place(file, cell.Sheet, cell.Row, $"{Models.Findings.Place.Letters(cell.Column)} {cell.Name}")
        : new Place(file, sheet.Name, 0, operand.Text);

    public FiledCells CellsOf(ColumnRule rule) => rule.Operands.Where(cells.ContainsKey).Select(operand => cells[operand])
        .Select(cell => new FiledCells(file, cell.Sheet, cell.Row, Models.Findings.Place.Letters(cell.Column)))
        .Aggregate(new FiledCells(file, sheet.Name, Row, ""), (all, next) => all.With(next));

    public IEnumerable<SourceColumn> Columns(Layout layout, string dataset) => layout.Columns.SelectMany(pair => pair.Value.Operands.Select((operand, index) => (pair.Key, Operand: operand, Index: index)))
        .Where(one => cells.ContainsKey(one.Operand) && cells[one.Operand].Sheet == sheet.Name)
        .Select(one => new SourceColumn(
            file, sheet.Name, dataset, one.Key, one.Index + 1, Models.Findings.Place.Letters(cells[one.Operand].Column), cells[one.Operand].Row, cells[one.Operand].Name));

    void Find(Operand operand, IReadOnlyList<FormSheet> workbook, FindingList findings)
    {
        foreach (var name in operand.Names)
        {
            var sheets = name.Sheet.Length == 0 ? [sheet] : workbook.Where(one => Layout.IsLike(one.Name, name.Sheet)).ToList();
            var found = sheets.SelectMany(one => one.Find(name)).ToList();
            if (found.Count == 0) continue;
            cells[operand] = found[0];
            if (found.Count == 1) return;
            cells.Remove(operand);
            findings.Add(Finding.Error("FORM-LABEL-TWICE", new Place(file, sheet.Name, 0, operand.Text), operand.Text, ("cells", string.Join(", ", found.Select(cell => $"{cell.Sheet}!{Models.Findings.Place.Cell(cell.Column, cell.Row)}")))));
            return;
        }

        var labels = sheet.Rows.SelectMany(row => row.Cells).Where(text => !string.IsNullOrWhiteSpace(text) && !NumberText.TryRead(text, out _)).Select(text => text.Trim()).Distinct();
        findings.Add(Finding.Error("FORM-LABEL-MISSING", new Place(file, sheet.Name, 0, operand.Text), "", ("known", string.Join(", ", Nearest.First(operand.Text.Split(" @ ")[0], labels)))));
    }

    (FormCell Cell, FiledUnit Unit, Field Field)? Contradiction(ColumnRule rule, Field field) =>
        field.Kind == FieldKind.Quantity && rule.Expression is not (Expression.Product or Expression.Quotient)
        && rule.Operands.Select(operand => cells[operand]).FirstOrDefault(cell => cell.Unit is { } unit && HeaderUnit.Differs(unit, rule.Unit, field.Unit)) is { } found
            ? (found, rule.Unit, field)
            : null;

    void Tell(string field, (FormCell Cell, FiledUnit Unit, Field Field) wrong, FindingList findings)
    {
        faults[field] = "MAP-UNIT-DIFFERS";
        findings.Add(Finding.Error(
            "MAP-UNIT-DIFFERS", new Place(file, wrong.Cell.Sheet, wrong.Cell.Row, $"{Models.Findings.Place.Letters(wrong.Cell.Column)} {wrong.Cell.Name}"), wrong.Cell.Unit!,
            ("field", field), ("unit", wrong.Unit == FiledUnit.AsIs ? wrong.Field.Unit : wrong.Unit.Name)));
    }
}
