using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A layout found in the header of one sheet: which column is which.</summary>
internal sealed class BoundLayout
{
    readonly Dictionary<Operand, (int Index, string Name)> columns = [];
    readonly Dictionary<ColumnRule, string> letters = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<string> contradicted = new(StringComparer.Ordinal);

    BoundLayout(Layout layout, HeaderBlock block, string file, string sheet) => (Layout, Block, File, Sheet) = (layout, block, file, sheet);

    public Layout Layout { get; }

    public HeaderBlock Block { get; }

    public string File { get; }

    public string Sheet { get; }

    /// <summary>Binds, or says every column that is missing or stands there twice.</summary>
    public static BoundLayout? Bind(Layout layout, Dataset dataset, HeaderBlock block, FiledFile file, string sheet, FindingList findings)
    {
        var bound = new BoundLayout(layout, block, file.Name, sheet);
        var sound = true;
        foreach (var operand in layout.Operands) sound &= bound.Place(operand, findings);
        if (!sound) return null;
        foreach (var (name, rule) in layout.Columns) bound.Add(rule, dataset.Find(name)!, findings);
        return bound;
    }

    public int IndexOf(Operand operand) => columns[operand].Index;

    /// <summary>The name it has here.</summary>
    public string NameOf(Operand operand) => columns[operand].Name;

    public string HeaderOf(Operand operand) => Block.Columns[IndexOf(operand)].Text;

    /// <summary>The letters of the columns a rule reads.</summary>
    public string LettersOf(ColumnRule rule) => letters[rule];

    /// <summary>Why a field cannot be read here at all: its header's unit is another than the map's, so no number of the column can be believed.</summary>
    public string? FaultOf(string field) => contradicted.Contains(field) ? "MAP-UNIT-DIFFERS" : null;

    bool Place(Operand operand, FindingList findings)
    {
        foreach (var name in operand.Names)
        {
            var found = Block.Find(name.Header!);
            if (found.Count == 0) continue;
            if (found.Count == 1)
            {
                columns[operand] = (found[0], name.Header!.Text);
                return true;
            }

            var where = string.Join(", ", found.Select(index => $"{Models.Findings.Place.Letters(index + 1)} {Block.Columns[index].Text}"));
            findings.Add(Finding.Error("MAP-COLUMN-TWICE", PlaceOf(operand), operand.Text, ("columns", where)));
            return false;
        }

        var known = Block.Columns.Select(column => column.Text).Where(text => text.Length > 0).Distinct();
        findings.Add(Finding.Error("MAP-COLUMN-MISSING", PlaceOf(operand), "", ("dataset", Layout.Dataset), ("known", string.Join(", ", Nearest.First(operand.Text, known)))));
        return false;
    }

    Place PlaceOf(Operand operand) => new(File, Sheet, Block.Last, operand.Text);

    void Add(ColumnRule rule, Field field, FindingList findings)
    {
        letters[rule] = string.Join(';', rule.Operands.Select(operand => Models.Findings.Place.Letters(IndexOf(operand) + 1)));
        // A product or quotient has another unit than its operands.
        if (field.Kind != FieldKind.Quantity || rule.Expression is Expression.Product or Expression.Quotient) return;
        foreach (var operand in rule.Operands)
        {
            if (Block.Columns[IndexOf(operand)].Unit is not { } unit || !HeaderUnit.Differs(unit, rule.Unit, field.Unit)) continue;
            contradicted.Add(field.Name);
            var place = PlaceOf(operand) with { Column = $"{Models.Findings.Place.Letters(IndexOf(operand) + 1)} {HeaderOf(operand)}" };
            findings.Add(Finding.Error("MAP-UNIT-DIFFERS", place, unit, ("field", field.Name), ("unit", rule.Unit == FiledUnit.AsIs ? field.Unit : rule.Unit.Name)));
        }
    }
}
