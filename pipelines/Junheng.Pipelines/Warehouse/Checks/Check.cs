using System.Globalization;
using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Steps;

namespace Junheng.Pipelines.Warehouse.Checks;

/// <summary>
/// A query that returns the rows that should not exist, with columns <c>file, sheet, row, column, value, what, what_en, fix, fix_en</c>. Its header says what it reads
/// and how much a bad row matters: <c>error</c> means exit 1 and no new snapshot; <c>by_row</c> means that each row has a <c>code</c> and a <c>severity</c> of its own.
/// </summary>
public sealed record Check(string Name, string Sql, IReadOnlyList<string> Inputs, string Severity)
{
    /// <summary>The severity of a check whose rows say theirs.</summary>
    public const string ByRow = "by_row";

    public static IReadOnlyList<Check> ReadAll(string folder) => Directory.EnumerateFiles(folder, "*.sql")
        .Order(StringComparer.Ordinal)
        .Select(path =>
        {
            var sql = File.ReadAllText(path);
            var header = SqlHeader.Of(sql);
            return new Check(Path.GetFileNameWithoutExtension(path), sql, header.Inputs, header.Severity);
        })
        .ToList();

    /// <summary>Changes with the check's text.</summary>
    public string Fingerprint => Building.Fingerprint.Of(Sql);

    /// <summary>Every bad row as a finding whose words come from the query itself.</summary>
    public IEnumerable<Finding> Run(DuckDbEngine engine, CancellationToken cancellation)
    {
        using var reader = engine.Read(Sql, cancellation);
        while (reader.Read())
        {
            string Text(string column) => Convert.ToString(reader[column], CultureInfo.InvariantCulture) ?? "";
            _ = int.TryParse(Text("row"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var row);
            yield return Finding.Of(
                Enum.Parse<Severity>(Severity == ByRow ? Text("severity") : Severity, ignoreCase: true),
                Severity == ByRow ? Text("code") : "CHECK-" + Name.ToUpperInvariant().Replace('_', '-'),
                new Place(Text("file"), Text("sheet"), row, Text("column")),
                Text("value"),
                ("what_zh", Text("what")), ("what_en", Text("what_en")), ("fix_zh", Text("fix")), ("fix_en", Text("fix_en")));
        }
    }
}
