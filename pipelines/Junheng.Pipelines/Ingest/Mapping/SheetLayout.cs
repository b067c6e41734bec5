using System.Globalization;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A layout in one sheet: where its header stands, and which rows are no data.</summary>
internal sealed class SheetLayout
{
    readonly Mapper mapper;
    readonly FiledFile file;
    readonly Dataset dataset;
    readonly Layout layout;
    readonly string sheet;
    readonly HeaderBlock? block;
    readonly BoundLayout? bound;
    readonly HashSet<int> totalled = [];
    readonly HashSet<int> columns = [];
    readonly Dictionary<int, (RawRow First, int Count)> strays = [];
    int numbersUpTo;
    int noteAt;

    public SheetLayout(Mapper mapper, FiledFile file, Dataset dataset, Layout layout, string sheet, IReadOnlyList<RawRow> head)
    {
        (this.mapper, this.file, this.dataset, this.layout, this.sheet) = (mapper, file, dataset, layout, sheet);
        var search = HeaderSearch.Find(head, layout.HeaderRow, layout.HeaderRows, layout.Operands.ToList());
        if (search is null) return;
        if (search.Value.Found == 0 && layout.HeaderRow is null && layout.Operands.Skip(1).Any())
        {
            Fault = "SHEET-NO-HEADER";
            var known = string.Join(", ", layout.Operands.Take(5).Select(operand => operand.Text));
            mapper.Findings.Add(Finding.Error(Fault, new Place(file.Name, sheet), "", ("dataset", dataset.Name), ("known", known), ("rows", head.Count.ToString(CultureInfo.InvariantCulture))));
            return;
        }

        block = search.Value.Block;
        numbersUpTo = block.Last;
        bound = BoundLayout.Bind(layout, dataset, block, file, sheet, mapper.Findings);
        if (bound is null) return;
        Reader = new RowReader(layout, bound.FaultOf, mapper.Missing, mapper.Findings, mapper.Padded);
        mapper.Keep(layout.Columns.SelectMany(pair => pair.Value.Operands.Select((operand, index) => new SourceColumn(
            file.Name, sheet, dataset.Name, pair.Key, index + 1, Place.Letters(bound.IndexOf(operand) + 1), bound.Block.Last, bound.HeaderOf(operand)))));
        columns.UnionWith(layout.Columns.Values.SelectMany(rule => rule.Operands).Concat(layout.NotData.Select(test => test.Operand).OfType<Operand>()).Select(bound.IndexOf));
        // What nobody reads is named too: a column that is new this year is one of these.
        mapper.Keep(block.Columns.Select((header, index) => (header.Text, index)).Where(column => column.Text.Length > 0 && !columns.Contains(column.index))
            .Select(column => new SourceColumn(file.Name, sheet, dataset.Name, "", 0, Place.Letters(column.index + 1), bound.Block.Last, column.Text)));
    }

    /// <summary>Null when the header lacks what the layout needs; <see cref="Fault"/> says so.</summary>
    public RowReader? Reader { get; }

    public string Fault { get; } = "MAP-COLUMN-MISSING";

    public TableRecord Record(RawRow row) => new(bound!, row);

    /// <summary>Takes note of what a record says beyond the header: a row that slipped to the right, or a remark beside the table.</summary>
    public void Watch(RawRow row)
    {
        for (var index = 0; index < row.Cells.Count; index++)
        {
            if (columns.Contains(index) || string.IsNullOrWhiteSpace(row.Cells[index]) || (index < block!.Columns.Count && block.Columns[index].Text.Length > 0)) continue;
            strays[index] = strays.TryGetValue(index, out var seen) ? (seen.First, seen.Count + 1) : (row, 1);
        }
    }

    /// <summary>Titles, headers, column numbers, totals, remarks and what the map says is no data. Totals and words are kept.</summary>
    public bool IsNoData(RawRow row, int? year)
    {
        if (row.Number <= (block?.Last ?? layout.HeaderRow ?? 0))
        {
            if (block is not null && row.Number < block.First) Keep(row, SourceNote.Title);
            return true;
        }

        if (row.Number == numbersUpTo + 1 && ColumnNumbers.Are(row.Cells)) numbersUpTo = row.Number;
        if (row.Number <= numbersUpTo) return true;
        if (bound is null) return false;
        var declared = layout.NotData.Any(test => Recognises(test, row, year));
        if (TotalLabel(row) is { } label)
        {
            Keep(row, SourceNote.Total);
            if (totalled.Add(row.Number)) mapper.Keep(ControlTotal.Of(Record(row), label, layout, dataset, year, mapper.Missing, mapper.Findings));
            return true;
        }

        if (!IsNote(row)) return declared;
        noteAt = row.Number;
        Keep(row, SourceNote.Note);
        return true;
    }

    /// <summary>What only shows at the end of the sheet.</summary>
    public void Finish(int rows)
    {
        foreach (var (index, (row, count)) in strays.OrderBy(stray => stray.Key))
            mapper.TellOnce(Finding.Note("CELL-WITHOUT-HEADER", new Place(file.Name, sheet, row.Number, Place.Letters(index + 1)), row.Cells[index].Trim(), ("count", count.ToString(CultureInfo.InvariantCulture))));
        // The file ends above the row that should be its header.
        if (block is null && layout.HeaderRow is { } wanted)
            mapper.Findings.Add(Finding.Error("FILE-NO-HEADER", new Place(file.Name, sheet, wanted), rows.ToString(CultureInfo.InvariantCulture), ("dataset", dataset.Name)));
    }

    bool Recognises(RowTest test, RawRow row, int? year)
    {
        if (test.Operand is { } operand) return test.Accepts(Record(row).Text(operand));
        if (!layout.Columns.TryGetValue("school_code", out var rule) || rule.Operands.Count == 0) return false;
        var code = Record(row).Text(rule.Operands[0]);
        if (rule.Digits is { } digits) code = CodeText.Read(code, digits) ?? code;
        return mapper.Register.Find(year, code) is { } known && test.Accepts(known.Word(test.RegisterField) ?? "");
    }

    // The first filled cell says a total, and no school's code stands in the row.
    string? TotalLabel(RawRow row)
    {
        var index = Enumerable.Range(0, row.Cells.Count).FirstOrDefault(at => !string.IsNullOrWhiteSpace(row.Cells[at]), -1);
        if (index < 0 || !TotalWords.Is(row.Cells[index])) return null;
        var text = row.Cells[index].Trim();
        var isOurWord = layout.Columns.Values.Any(rule => rule.Values?.ContainsKey(text) == true && rule.Operands.Any(operand => bound!.IndexOf(operand) == index));
        return isOurWord || HasCode(row) ? null : text;
    }

    // A remark, or a line that goes on with one.
    bool IsNote(RawRow row)
    {
        var filled = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim()).Distinct(StringComparer.Ordinal).ToList();
        if (filled.Count == 0) return false;
        if (NoteWords.Begin(filled[0])) return true;
        return noteAt > 0 && row.Number == noteAt + 1 && filled.Count == 1 && !HasCode(row);
    }

    bool HasCode(RawRow row) => layout.Columns.TryGetValue("school_code", out var rule) && rule.Operands.Count > 0
        && Record(row).Text(rule.Operands[0]) is { Length: > 0 } code && code.All(char.IsAscii) && code.Any(char.IsAsciiDigit);

    void Keep(RawRow row, string kind) => mapper.Keep(new SourceNote(file.Name, sheet, row.Number, kind, SourceNote.TextOf(row.Cells)));
}
