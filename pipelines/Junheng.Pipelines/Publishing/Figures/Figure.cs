namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>One figure: a query that gives its rows, a Vega-Lite spec that draws them, and the words around it.</summary>
public sealed record Figure(string Id, string Folder)
{
    public string QueryPath => Path.Combine(Folder, "query.sql");

    public string SpecPath => Path.Combine(Folder, "spec.vl.json");

    public string WordsPath => Path.Combine(Folder, "words.json");
}
