using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A row of a table as a record.</summary>
internal readonly struct TableRecord(BoundLayout bound, RawRow row) : IRecord
{
    public RawRow Row => row;

    public Place Place => new(bound.File, row.Sheet, row.Number);

    public string Text(Operand operand)
    {
        var index = bound.IndexOf(operand);
        return index < row.Cells.Count ? row.Cells[index].Trim() : "";
    }

    public Place PlaceOf(Operand operand) => Place with { Column = $"{Place.Letters(bound.IndexOf(operand) + 1)} {bound.NameOf(operand)}" };

    public FiledCells CellsOf(ColumnRule rule) => new(bound.File, row.Sheet, row.Number, bound.LettersOf(rule));
}
