using System.Globalization;
using System.Text.Json;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>What a SELECT reads, as DuckDB's own parser sees it; nothing is run and no table need exist.</summary>
/// <param name="Tables">Names of tables, with schema or catalog where written. A file read by name (<c>FROM 'x.parquet'</c>) is among them.</param>
/// <param name="Functions">Table functions (<c>read_parquet</c>, <c>range</c>), and <c>describe</c> or <c>summary</c> where a table is described.</param>
/// <param name="Ctes">Names the query gives to its own parts; where one is in scope it is not a table.</param>
/// <param name="Error">Why the text is not one SELECT, with line and column where DuckDB tells; null if it is.</param>
public sealed record TableReferences(IReadOnlySet<string> Tables, IReadOnlySet<string> Functions, IReadOnlySet<string> Ctes, string? Error)
{
    // A tree of expressions nests deeper than the 64 levels that JSON readers allow.
    static readonly JsonDocumentOptions Deep = new() { MaxDepth = 100_000 };

    public static TableReferences Of(DuckDbEngine engine, string sql)
    {
        var serialized = engine.Query<string>("SELECT json_serialize_sql($sql::VARCHAR)", new { sql })[0];
        using var json = JsonDocument.Parse(serialized, Deep);
        var tree = new SelectTree();
        var error = ErrorIn(json.RootElement, sql);
        if (error is null)
        {
            tree.Visit(json.RootElement.GetProperty("statements"));
        }

        return new TableReferences(tree.Tables, tree.Functions, tree.Ctes, error);
    }

    static string? ErrorIn(JsonElement root, string sql)
    {
        if (root.GetProperty("error").GetBoolean())
        {
            // A PIVOT without its IN list becomes several statements, of which the first is no SELECT.
            return root.TryGetProperty("position", out var position)
                ? $"{Place(sql, position.GetString()!)}: {root.GetProperty("error_message").GetString()}"
                : "One SELECT is expected, and a PIVOT in it must list its columns with IN.";
        }

        var statements = root.GetProperty("statements").GetArrayLength();
        return statements == 1 ? null : $"One SELECT is expected; here are {statements.ToString(CultureInfo.InvariantCulture)}.";
    }

    // DuckDB counts code points from 0; people count lines and columns from 1.
    static string Place(string sql, string position)
    {
        var before = sql.EnumerateRunes().Take(int.Parse(position, CultureInfo.InvariantCulture)).ToList();
        var line = before.Count(rune => rune.Value == '\n') + 1;
        var column = before.Count - before.FindLastIndex(rune => rune.Value == '\n');
        return string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}");
    }
}
