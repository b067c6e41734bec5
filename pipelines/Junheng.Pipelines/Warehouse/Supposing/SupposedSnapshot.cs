using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Supposing;

/// <summary>
/// A snapshot judged again as if other quantities had been filed: by the same steps, of which those run that a changed table reaches. It lies in a scratch folder, and
/// nothing of it goes into the warehouse. Verdicts and what they rest on are judged again; what looks beyond the year, such as a projection, is left out.
/// </summary>
public sealed class SupposedSnapshot(Snapshot basis, ModelLibrary library, string folder, EngineOptions options)
{
    static readonly string[] Judged = ["school_verdict", "county_coefficient", "county_composite", "county_indicator", "county_verdict", "failed_check"];

    /// <summary>Fields whose parts stay as they were filed: no sum is held against them.</summary>
    public IReadOnlyList<string> Unheld { get; init; } = [];

    /// <returns>The snapshot; null when the program no longer makes the tables the basis has: it must then be built again.</returns>
    public Snapshot? Of(IReadOnlyList<SupposedQuantity> quantities, CancellationToken cancellation)
    {
        if (Graph() is not { } graph) return null;
        Directory.CreateDirectory(folder);
        using var engine = DuckDbEngine.Open(options);
        foreach (var table in basis.Catalog.Tables) View(engine, table.Name, basis.PathOf(table.Name), cancellation);

        var made = basis.Catalog.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var context = new StepContext(engine, folder, options.TempDirectory, _ => { }, cancellation);
        var changed = new HashSet<string>(new SupposedTables(context).Write(quantities), StringComparer.Ordinal);
        if (Unheld.Count > 0) changed.Add(new SupposedTables(context).WriteChecksWithout(Unheld));
        foreach (var table in changed) View(engine, table, context.PathOf(table), cancellation);
        var stale = new HashSet<string>(StringComparer.Ordinal);
        var needed = library.For(Judged).JudgingSteps().ToHashSet();
        foreach (var step in graph.Ordered.Where(step => step is not GivenTables && step.Inputs.Any(table => changed.Contains(table) || stale.Contains(table))))
        {
            if (!needed.Contains(step))
            {
                stale.UnionWith(step.Outputs.Select(table => table.Name));
                continue;
            }

            step.Run(context);
            foreach (var document in step.Outputs)
            {
                View(engine, document.Name, context.PathOf(document.Name), cancellation);
                made[document.Name] = TableInspection.Inspect(document, context.PathOf(document.Name), graph.KeyOf(step), engine, cancellation);
                changed.Add(document.Name);
            }
        }

        foreach (var table in basis.Catalog.Tables.Where(table => !changed.Contains(table.Name) && !stale.Contains(table.Name))) File.Copy(basis.PathOf(table.Name), context.PathOf(table.Name), overwrite: true);
        CopyUsed();
        return new Snapshot(basis.Number, folder, basis.Catalog with { Tables = [.. basis.Catalog.Tables.Where(table => !stale.Contains(table.Name)).Select(table => made[table.Name])] });
    }

    // What the snapshot was not judged from is given; everything else is made again where it must be.
    StepGraph? Graph()
    {
        var steps = library.JudgingSteps().ToList();
        var makes = steps.SelectMany(step => step.Outputs).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        var has = basis.Catalog.Tables.Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        if (!makes.IsSubsetOf(has) || steps.SelectMany(step => step.Inputs).Any(table => !has.Contains(table))) return null;
        return new StepGraph([new GivenTables(basis.Catalog.Tables.Where(table => !makes.Contains(table.Name))), .. steps], basis.Catalog.Engine);
    }

    static void View(DuckDbEngine engine, string table, string path, CancellationToken cancellation) =>
        engine.Execute($"CREATE OR REPLACE VIEW {SqlText.Identifier(table)} AS SELECT * FROM read_parquet({SqlText.Literal(path)})", cancellation);

    // The rules it was judged by are still those: whoever explains or compares reads them.
    void CopyUsed()
    {
        var used = Path.Combine(basis.Folder, "used");
        foreach (var path in Directory.EnumerateFiles(used, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "used", Path.GetRelativePath(used, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy, overwrite: true);
        }
    }

    /// <summary>The tables no judging step makes: what was filed, the rules, the plans.</summary>
    sealed class GivenTables(IEnumerable<CatalogTable> tables) : IStep
    {
        public string Name => "given";

        public IReadOnlyList<string> Inputs => [];

        public IReadOnlyList<TableDocument> Outputs { get; } = [.. tables.Select(table => new TableDocument(table.Name, table.Meaning, table.Grain, []))];

        public string Identity => "";

        public void Run(StepContext context) => throw new NotSupportedException("Given tables are read, never made.");
    }
}
