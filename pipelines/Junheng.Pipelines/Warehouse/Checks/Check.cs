using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Warehouse.Checks;

/// <summary>
/// A query that returns the rows that should not exist, with columns <c>file, sheet, row, column, value, what, what_en, fix, fix_en</c>. Its header says what it reads
/// and how much a bad row matters: <c>error</c> means exit 1 and no new snapshot, <c>fault</c> that we are wrong ourselves.
/// </summary>
public sealed record Check(string Name, string Sql, IReadOnlyList<string> Inputs, string Severity)
{
    public static IReadOnlyList<Check> ReadAll(string folder) => Directory.EnumerateFiles(folder, "*.sql")
        .Order(StringComparer.Ordinal)
        .Select(path =>
        {
            var sql = File.ReadAllText(path);
            var header = SqlHeader.Of(sql);
            return new Check(Path.GetFileNameWithoutExtension(path), sql, header.Inputs, header.Severity);
        })
        .ToList();

    /// <summary>Every bad row as a finding whose words come from the query itself.</summary>
    public IEnumerable<Finding> Run(DuckDbEngine engine, CancellationToken cancellation)
    {
        using var reader = engine.Read(Sql, cancellation);
        while (reader.Read())
        {
            string Text(string column) => Convert.ToString(reader[column], CultureInfo.InvariantCulture) ?? "";
            var row = int.TryParse(Text("row"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
            yield return Finding.Of(
                Severity switch { "warning" => Models.Findings.Severity.Warning, _ => Models.Findings.Severity.Error },
                "CHECK",
                new Place(Text("file"), Text("sheet"), row, Text("column")),
                Text("value"),
                ("check", Name), ("what_zh", Text("what")), ("what_en", Text("what_en")), ("fix_zh", Text("fix")), ("fix_en", Text("fix_en")));
        }
    }
}
