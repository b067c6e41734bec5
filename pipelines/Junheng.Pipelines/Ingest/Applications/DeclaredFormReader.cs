using System.Security.Cryptography;
using Junheng.Models.Applications;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;
using Junheng.Pipelines.Ingest.Sources;

namespace Junheng.Pipelines.Ingest.Applications;

/// <summary>Reads a filled form by its description: tables, rows and columns are found by their words, so a row more or a column moved does no harm.</summary>
public sealed class DeclaredFormReader
{
    // The words that mark a table stand at its top.
    const int MarksWithin = 30;

    readonly ApplicationForm form;
    readonly string file;
    readonly FindingList findings;
    readonly DeclaredText text;

    DeclaredFormReader(ApplicationForm form, string file, FindingList findings)
    {
        (this.form, this.file, this.findings) = (form, file, findings);
        text = new DeclaredText(form, file, findings);
    }

    /// <returns>Null with an error among the findings when the file cannot be read, or is no such form.</returns>
    public static DeclaredForm? Read(string path, ApplicationForm form, FindingList findings, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        var errors = findings.Errors;
        // Looked at by content: a form of any name may be a table.
        var reader = FileReaders.For(name) ?? FileReaders.For(name + ".csv")!;
        var sheets = reader.Read(FileAt(path, name), findings, cancellation).GroupBy(row => row.Sheet).ToDictionary(sheet => sheet.Key, sheet => sheet.ToList(), StringComparer.Ordinal);
        return findings.Errors > errors ? null : new DeclaredFormReader(form, name, findings).Of(sheets);
    }

    DeclaredForm? Of(Dictionary<string, List<RawRow>> sheets)
    {
        var found = form.Tables.Select(table => (Table: table, Found: TableIn(sheets, table))).ToList();
        if (found.TrueForAll(one => one.Found is null))
        {
            findings.Add(Finding.Error("FORM-NOT-THIS-FORM", new Place(file), "", ("marks", string.Join("、", form.Tables.Select(table => table.Title.Zh)))));
            return null;
        }

        foreach (var (table, _) in found.Where(one => one.Found is null)) findings.Add(Finding.Warning("FORM-TABLE-MISSING", new Place(file), table.Id, ("title", table.Title.Zh), ("marks", string.Join("、", table.Marks))));
        foreach (var (table, at) in found) Columns(table, at);
        return new DeclaredForm(
            found.SelectMany(one => one.Table.Shape switch { TableShape.Grid => Grid(one.Table, one.Found), TableShape.Sentences => Sentences(one.Table, one.Found), _ => [] }).ToList(),
            found.Where(one => one.Table.Shape == TableShape.Schools && one.Found is not null).SelectMany(one => Schools(one.Table, one.Found!)).ToList(),
            form.Tables.Where(table => table.Shape == TableShape.Schools).SelectMany(SchoolBlanks).ToList());
    }

    FormTable? TableIn(Dictionary<string, List<RawRow>> sheets, ApplicationTable table)
    {
        var marked = sheets.Where(sheet => table.Marks.All(mark => sheet.Value.Take(MarksWithin).Any(row => row.Cells.Any(cell => HeaderText.Tidy(cell).Contains(HeaderText.Tidy(mark), StringComparison.Ordinal))))).ToList();
        if (marked.Count > 1) findings.Add(Finding.Warning("FORM-TABLE-TWICE", new Place(file, marked[1].Key), table.Id, ("first", marked[0].Key), ("title", table.Title.Zh)));
        return marked.Count == 0 ? null : FormTable.Find(marked[0].Key, marked[0].Value, table);
    }

    void Columns(ApplicationTable table, FormTable? at)
    {
        if (at is null) return;
        foreach (var (column, _) in table.Columns.Zip(at.Columns).Where(one => one.Second is null && !one.First.Optional))
            findings.Add(Finding.Warning("FORM-COLUMN-MISSING", new Place(file, at.Sheet), string.Join(" > ", column.Header), ("table", table.Id), ("words", string.Join(" > ", column.Find))));
    }

    IEnumerable<Declared> Grid(ApplicationTable table, FormTable? at)
    {
        foreach (var wanted in table.Rows)
        {
            var row = at is null ? null : RowOf(table, at, wanted);
            for (var index = 0; index < table.Columns.Count; index++)
            {
                var column = table.Columns[index];
                if (!ApplicationFormReader.IsAsked(column, wanted)) continue;
                yield return Cell(table, column.Asked.Under(wanted.Asked), wanted.Label.Concat(column.Header), at, row, at?.Columns[index]);
            }
        }
    }

    IEnumerable<Declared> Sentences(ApplicationTable table, FormTable? at)
    {
        foreach (var wanted in table.Rows)
        {
            var row = at is null ? null : RowOf(table, at, wanted);
            for (var index = 0; index < table.Columns.Count; index++)
            {
                var column = table.Columns[index];
                if (column.Role == ApplicationColumn.Sentence && wanted.Blanks.Count > 0)
                {
                    foreach (var blank in Blanks(table, wanted, at, row, at?.Columns[index])) yield return blank;
                }
                else if (column.Role.Length == 0)
                {
                    yield return Cell(table, column.Asked.Under(wanted.Asked), wanted.Label.Concat(column.Header), at, row, at?.Columns[index]);
                }
            }
        }
    }

    IEnumerable<Declared> Blanks(ApplicationTable table, ApplicationRow wanted, FormTable? at, RawRow? row, int? column)
    {
        var sentence = row is { } there && column is { } index && index < there.Cells.Count ? there.Cells[index] : "";
        var filled = new SentencePattern(wanted.Says).Read(sentence);
        if (filled is null && sentence.Trim().Length > 0)
            findings.Add(Finding.Warning("FORM-SENTENCE", new Place(file, at!.Sheet, row!.Value.Number, Place.Letters(column!.Value + 1)), sentence.Trim(), ("words", wanted.Says)));
        return wanted.Blanks.Select(blank => text.Read(
            table.Id, blank.Value.Under(wanted.Asked), $"{wanted.Label[^1]} > {SentencePattern.WordsBefore(wanted.Says, blank.Key)}", at?.Sheet ?? "", row?.Number ?? 0, column + 1 ?? 0, filled?.GetValueOrDefault(blank.Key) ?? ""));
    }

    IEnumerable<DeclaredSchool> Schools(ApplicationTable table, FormTable at)
    {
        foreach (var row in at.Body.Where(row => !row.IsBlank))
        {
            var cells = table.Columns.Zip(at.Columns).Where(one => one.First.Role.Length == 0).Select(one => Cell(table, one.First.Asked, one.First.Header, at, row, one.Second)).ToList();
            yield return new DeclaredSchool(
                new Place(file, at.Sheet, row.Number), Said(ApplicationColumn.Number), Said(ApplicationColumn.Code), Said(ApplicationColumn.Name), Said(ApplicationColumn.Stage), cells);

            string Said(string role)
            {
                var column = table.Columns.Zip(at.Columns).FirstOrDefault(one => one.First.Role == role).Second;
                return column is { } index && index < row.Cells.Count ? row.Cells[index].Trim() : "";
            }
        }
    }

    IEnumerable<Declared> SchoolBlanks(ApplicationTable table) =>
        table.Columns.Where(column => column.Role.Length == 0).Select(column => Cell(table, column.Asked, column.Header, null, null, null));

    // A grid without labels has one row: the first below the header that says anything.
    RawRow? RowOf(ApplicationTable table, FormTable at, ApplicationRow wanted)
    {
        if (wanted.Find.Count == 0) return at.Body.Where(row => !row.IsBlank).Cast<RawRow?>().FirstOrDefault() ?? new RawRow(at.Sheet, at.FirstRow, []);
        var found = at.Labelled().Where(row => FormTable.Answers(row.Label, wanted.Find)).Select(row => row.Row).ToList();
        if (found is [var only]) return only;
        findings.Add(Finding.Warning(found.Count == 0 ? "FORM-ROW-MISSING" : "FORM-ROW-TWICE", new Place(file, at.Sheet, found.Count == 0 ? 0 : found[1].Number), string.Join(" > ", wanted.Label), ("table", table.Id), ("words", string.Join(" > ", wanted.Find))));
        return null;
    }

    Declared Cell(ApplicationTable table, AskedFigure asked, IEnumerable<string> item, FormTable? at, RawRow? row, int? column) => text.Read(
        table.Id, asked, string.Join(" > ", item), at?.Sheet ?? "", row?.Number ?? 0, column + 1 ?? 0, row is { } there && column is { } index && index < there.Cells.Count ? there.Cells[index] : "");

    static FiledFile FileAt(string path, string name)
    {
        using var stream = File.OpenRead(path);
        return new FiledFile(name, path, [], null, TextEncodings.Detect, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }
}
