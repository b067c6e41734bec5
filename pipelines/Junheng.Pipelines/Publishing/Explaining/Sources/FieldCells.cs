using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>Cells with the header over them and the text in them: where the models name them, those; else where a file has the field's column.</summary>
public sealed class FieldCells(SnapshotReader reader, FiledCells cells, CancellationToken cancellation)
{
    // Which column each field was read from, and what stands over it.
    readonly Lazy<ILookup<(string File, string Sheet, string Dataset), (string Field, string Column, string Header)>> columns = new(() => reader
        .Query("select file, sheet, dataset, field, \"column\", header from source_column order by file, sheet, dataset, field, operand", cancellation).Rows
        .ToLookup(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!), row => ((string)row[3]!, (string)row[4]!, (string)row[5]!)));

    /// <param name="addresses">As <see cref="CellAddress"/> reads them.</param>
    public List<SourceCell> At(IReadOnlyList<string> addresses, string file, string sheet, int row, string? dataset, string field)
    {
        var there = addresses.Select(address => CellAddress.Read(address, file, sheet, row)).ToList();
        foreach (var group in there.GroupBy(cell => (cell.File, cell.Sheet))) cells.Fetch(group.Key.File, group.Key.Sheet, group.Select(cell => cell.Row));
        return there.ConvertAll(cell => Cell(
            cell.File, cell.Sheet, cell.Row, cell.Column,
            columns.Value[(cell.File, cell.Sheet, dataset ?? "")].FirstOrDefault(one => one.Column == cell.Column && (one.Field == field || addresses.Count > 1)).Header));
    }

    /// <summary>The cells of fields in one row, filed or blank, in the order of the fields.</summary>
    public List<SourceCell> In(string file, string sheet, int row, string dataset, params IReadOnlyList<string> fields) =>
        [.. fields.SelectMany(field => columns.Value[(file, sheet, dataset)].Where(column => column.Field == field)).Select(column => Cell(file, sheet, row, column.Column, column.Header))];

    SourceCell Cell(string file, string sheet, int row, string column, string? header) =>
        new(file, sheet, row, column, header, cells.Row(file, sheet, row) is { } texts ? texts.GetValueOrDefault(column, "") : null);
}
