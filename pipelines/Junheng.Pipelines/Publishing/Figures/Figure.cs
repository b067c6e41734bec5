namespace Junheng.Pipelines.Publishing.Figures;

/// <summary>One figure: a query that gives its rows and a Vega-Lite spec that draws them.</summary>
public sealed record Figure(string Id, string Folder)
{
    public string QueryPath => Path.Combine(Folder, "query.sql");

    public string SpecPath => Path.Combine(Folder, "spec.vl.json");
}
