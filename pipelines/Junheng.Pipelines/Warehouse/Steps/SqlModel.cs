using System.Collections.Concurrent;
using Junheng.Models.Findings;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Steps;

/// <summary>A table made by one SELECT: <c>&lt;table&gt;.sql</c> with its header, and <c>&lt;table&gt;.yaml</c> that explains its columns.</summary>
public sealed class SqlModel : IStep
{
    // What a text reads never changes; a process that builds often parses it once.
    static readonly ConcurrentDictionary<string, TableReferences> References = new(StringComparer.Ordinal);

    readonly string sql;

    SqlModel(TableDocument document, IReadOnlyList<string> inputs, string sql)
    {
        this.sql = sql;
        Inputs = inputs;
        Outputs = [document];
    }

    public string Name => Outputs[0].Name;

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<TableDocument> Outputs { get; }

    public string Identity => sql;

    /// <returns>The model, or null with findings when its header or document is not in order.</returns>
    public static SqlModel? Read(string path, FindingList findings)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var text = File.ReadAllText(path);
        var header = SqlHeader.Of(text);
        if (header.Grain.Count == 0) findings.Add(Finding.Error("SQL-NO-GRAIN", new Place(Path.GetFileName(path))));
        var document = TableDocumentReader.Read(Path.ChangeExtension(path, ".yaml"), header.Grain, findings);
        if (document is not null && document.Name != name)
            findings.Add(Finding.Error("SQL-OTHER-NAME", new Place(Path.GetFileName(path)), document.Name));
        return document is null ? null : new SqlModel(document, header.Inputs, text);
    }

    /// <summary>Holds the declared inputs against what the SQL really reads; a slip would leave a stale table behind a changed one.</summary>
    /// <param name="models">Names that no part of a query may borrow: a CTE called like a model would hide it.</param>
    public void Verify(DuckDbEngine engine, IEnumerable<string> models, FindingList findings)
    {
        var place = new Place(Name + ".sql");
        var read = References.GetOrAdd(sql, text => TableReferences.Of(engine, text));
        if (read.Error is { } error)
        {
            findings.Add(Finding.Error("SQL-BROKEN", place, "", ("problem", error)));
            return;
        }

        foreach (var function in read.Functions)
            findings.Add(Finding.Error("SQL-TABLE-FUNCTION", place, function));
        foreach (var hidden in read.Ctes.Intersect(models, StringComparer.Ordinal))
            findings.Add(Finding.Error("SQL-CTE-HIDES-MODEL", place, hidden));
        foreach (var undeclared in read.Tables.Except(Inputs, StringComparer.Ordinal))
            findings.Add(Finding.Error("SQL-UNDECLARED-INPUT", place, undeclared));
        foreach (var unused in Inputs.Except(read.Tables, StringComparer.Ordinal))
            findings.Add(Finding.Error("SQL-UNUSED-INPUT", place, unused));
    }

    public void Run(StepContext context)
    {
        var grain = string.Join(", ", Outputs[0].Grain.Select(SqlText.Identifier));
        context.Engine.Execute(
            $"COPY (SELECT * FROM (\n{sql}\n) ORDER BY {grain}) TO {SqlText.Literal(context.PathOf(Name))} (FORMAT parquet, COMPRESSION zstd)",
            context.Cancellation);
    }
}
