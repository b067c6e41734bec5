using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Tests.Ingest.Mapping;

/// <summary>Where each filled cell of a mapped filing went. A cell that went nowhere was lost.</summary>
sealed class CellAccount(Mapped mapped)
{
    readonly ILookup<(string File, int Row), Finding> findings = mapped.Findings.ToLookup(finding => (finding.Place.File, finding.Place.Row));
    readonly ILookup<string, SourceColumn> columns = mapped.Mapper.Columns.ToLookup(column => column.File);
    readonly ILookup<(string File, int Row), MappedRow> rows = mapped.Mapper.Rows.SelectMany(row => row.Parts.Select(part => (row, part.Row))).ToLookup(pair => (pair.Item2.File, pair.Item2.Number), pair => pair.row);

    public IEnumerable<string> Lost() =>
        from given in mapped.Given
        from index in Enumerable.Range(0, given.Row.Cells.Count)
        where !string.IsNullOrWhiteSpace(given.Row.Cells[index]) && Where(given.File, given.Row, index) is null
        select $"{given.File} {Place.Cell(index + 1, given.Row.Number)} «{given.Row.Cells[index]}» of {string.Join('|', given.Row.Cells)}";

    /// <returns>Null for a cell that is nowhere.</returns>
    string? Where(string file, RawRow row, int index)
    {
        var text = row.Cells[index].Trim();
        if (mapped.Mapper.Notes.Any(note => note.File == file && note.Row == row.Number && note.Text.Contains(text, StringComparison.Ordinal))) return "a title, remark or total";
        if (!columns[file].Any()) return mapped.Findings.Any(finding => finding.Severity == Severity.Error && finding.Place.File == file) ? "a file whose header is not there, and that is told" : null;
        var header = columns[file].First().HeaderRow;
        var here = columns[file].Where(column => column.Column == Place.Letters(index + 1)).ToList();
        if (row.Number == header) return here.Count > 0 || HeaderPath.Of([text]).Text.Length == 0 ? "a header" : null;
        if (ColumnNumbers.Are(row.Cells)) return "column numbers";
        if (mapped.Mapper.Aside.Any(aside => aside.File == file && aside.Row == row.Number)) return mapped.Findings.Any(finding => Tells(finding, file, row.Number)) ? "a row set aside, and that is told" : null;
        if (rows[(file, row.Number)].FirstOrDefault() is not { } record) return null;
        return here.Count == 0
            ? mapped.Findings.Any(finding => finding.Code == "CELL-WITHOUT-HEADER" && finding.Place.File == file && finding.Place.Column == Place.Letters(index + 1)) ? "beside the table, and that is told" : null
            : here.Select(column => column.Field.Length == 0 ? "a column that is listed as unread" : Read(file, row, index, text, record, column)).FirstOrDefault(where => where is not null);
    }

    // A value with just this cell beside it; or a finding that names it; or the mark that says «not filed».
    string? Read(string file, RawRow row, int index, string text, MappedRow record, SourceColumn column)
    {
        if (text == "-") return "not filed";
        var field = record.Dataset.Find(column.Field)!;
        if (record.Word(field.Name) is not null && field.Kind != FieldKind.Quantity) return "a word";
        if (record.Find(field.Name) is { } amount && amount.Cells.File == file && amount.Cells.Addresses.Split(';').Contains(Place.Cell(index + 1, row.Number)))
            return amount.Cells.Columns.Contains(';', StringComparison.Ordinal) || (NumberText.TryRead(text, out var number) && number == amount.Amount) ? "a value" : null;
        var letters = columns[file].Where(one => one.Field == column.Field).Select(one => one.Column).ToHashSet();
        if (findings[(file, row.Number)].Any(finding => letters.Contains(finding.Place.Column.Split(' ')[0]))) return "a finding";
        return mapped.Findings.Any(finding => finding.Code == "ROW-DUPLICATE" && finding.Facts.GetValueOrDefault("first_row") == FormattableString.Invariant($"{row.Number}")) ? "a finding that it is filed twice" : null;
    }

    static bool Tells(Finding finding, string file, int row) => finding.Place.File == file && (finding.Place.Row == row || finding.Place.Row == 0 || finding.Code is "MAP-COLUMN-MISSING" or "MAP-COLUMN-TWICE");
}
