using Junheng.Models;
using Junheng.Pipelines.Publishing.Explaining.Questions;
using Junheng.Pipelines.Publishing.Explaining.Sources;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Publishing.Explaining;

/// <summary>Explains any row of any table: its columns, the step that made it, that step's clause and inputs, and its cell where it has one.</summary>
public sealed class RowExplanation(SnapshotReader reader, RowSources rowSources, FiledCells cells, CancellationToken cancellation)
{
    const int MostSources = 24;

    const int MostBeside = 12;

    public Explanation Of(Question question)
    {
        var table = reader.Snapshot.Table(question.Table)!;
        var tests = question.Key.Select((pair, at) => $"cast({SqlText.Identifier(pair.Column)} as varchar) = $v{Text(at)}");
        (string, object?)[] bound = [.. question.Key.Select((pair, at) => ("v" + Text(at), (object?)pair.Value))];
        var row = Judged.First(reader.Query($"select * from {SqlText.Identifier(table.Name)} where {string.Join(" and ", tests)}", cancellation, bound))!;
        var (sources, constants) = rowSources.Of(question);
        return new Explanation(
            question,
            new Statement("explain.row.title", ("table", table.Name), ("meaning", table.Meaning), ("key", string.Join(", ", question.Key.Select(pair => $"{pair.Column} = {(pair.Value.Length == 0 ? "\"\"" : pair.Value)}")))),
            [
                .. Sections.Cell(question, table, column => row[column]),
                new Section("row", [Columns(table, row)]),
                .. Filed(row, table),
                .. Sections.Sources(sources, MostSources, MostBeside, question.Find("county_code")),
                new Section("made_by", [.. MadeBy(table)]),
                new Section("rule", [.. Sections.Parameters(reader.Snapshot.Catalog, About(question)), .. Sections.Pack(reader.Snapshot.Catalog)]),
            ],
            constants,
            sources,
            [],
            []);
    }

    static IReadOnlyList<string> About(Question question) =>
        question.Find("indicator") is { } indicator ? [indicator] : question.Table == "county_veto" ? ["veto"] : [];

    static Grid Columns(CatalogTable table, Judged row) => new("columns", ["column", "cell_value", "unit", "meaning"],
    [
        .. table.Columns.Select(IReadOnlyList<object?> (column) =>
        [
            column.Name,
            row[column.Name] is { } value ? RowFormats.Text(value) : new Said("source", "missing"),
            column.Unit.Length == 0 ? "" : new Said("unit", column.Unit),
            column.Meaning,
        ]),
    ]);

    // A row that was read from a file: the whole line as filed.
    IEnumerable<Section> Filed(Judged row, CatalogTable table)
    {
        if (!new[] { "file", "sheet", "row" }.All(name => table.Columns.Any(column => column.Name == name))) yield break;
        var line = row.Whole("row") > 0 ? cells.Row(row.Text("file"), row.Text("sheet"), row.Whole("row")) : null;
        if (line is null) yield break;
        yield return new Section("as_filed",
        [
            new Statement("explain.row.line", ("place", $"{row.Text("file")} {row.Text("sheet")}".TrimEnd()), ("row", row.Whole("row"))),
            new Grid("line", ["cell", "as_filed"], [.. line.Select(IReadOnlyList<object?> (cell) => [FormattableString.Invariant($"{cell.Key}{row.Whole("row")}"), cell.Value])]),
        ]);
    }

    IEnumerable<Block> MadeBy(CatalogTable table)
    {
        var step = reader.Snapshot.Catalog.Steps.Where(pair => pair.Value == table.Step).Select(pair => pair.Key).FirstOrDefault() ?? table.Name;
        yield return new Statement("explain.row.step", ("step", step), ("key", table.Step));
        var path = Path.Combine(reader.Snapshot.Folder, "used", "sql", table.Name + ".sql");
        if (!File.Exists(path)) yield break;
        var header = File.ReadLines(path).TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToList();
        if (Line("clause:") is { } clause) yield return new Statement("explain.rule.clause", ("clause", clause));
        if (Line("inputs:") is { } inputs) yield return new Statement("explain.row.inputs", ("inputs", inputs));
        var words = string.Join(" ", header.Where(line => !line.Contains(':', StringComparison.Ordinal) || line.IndexOf(' ', StringComparison.Ordinal) < line.IndexOf(':', StringComparison.Ordinal)));
        if (words.Length > 0) yield return new Statement("explain.row.words", ("words", words), ("file", $"used/sql/{table.Name}.sql"));

        string? Line(string name) => header.Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[name.Length..].Trim()).FirstOrDefault();
    }

    static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
