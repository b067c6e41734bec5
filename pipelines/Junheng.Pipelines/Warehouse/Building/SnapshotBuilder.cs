using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Raw;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Geography;
using Junheng.Pipelines.Warehouse.Plans;
using Junheng.Pipelines.Warehouse.Prices;
using Junheng.Pipelines.Warehouse.Rules;
using Junheng.Pipelines.Warehouse.Screening;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Warehouse.Building;

/// <summary>
/// Builds the next snapshot of a warehouse. Steps whose key is unchanged are reused; when all are, nothing is made. The snapshot is staged, checked, flushed and renamed
/// into place; on any error the last good one stays.
/// </summary>
/// <remarks>The caller holds the warehouse's lock.</remarks>
public sealed class SnapshotBuilder(WarehouseFolder folder, Definition definition, ModelLibrary library, BuildOptions options, Action<BuildProgress> progress)
{
    readonly FindingList findings = [];
    readonly List<string> stepsRun = [];
    readonly Dictionary<string, CatalogTable> tables = new(StringComparer.Ordinal);

    /// <param name="run">What goes beside the snapshot: clock, host, command.</param>
    public BuildOutcome Build(Func<string> run, CancellationToken cancellation)
    {
        var store = new SnapshotStore(folder);
        var last = store.Current(out var fellBack);
        using var engine = DuckDbEngine.Open(new EngineOptions(options.EngineThreads, options.MemoryLimit, folder.Temp));
        var graph = Graph(engine);
        if (IsUnchanged(last, graph))
        {
            // What stands is whole: it takes the place of the damaged one.
            if (fellBack is not null) store.Name(last!.Number);
            return new BuildOutcome(last, false, findings, []);
        }

        Verify(engine);
        Directory.CreateDirectory(folder.Staging);
        var context = new StepContext(engine, folder.Staging, folder.Temp, _ => { }, cancellation);
        for (var index = 0; index < graph.Ordered.Count; index++)
        {
            var step = graph.Ordered[index];
            var done = index;
            progress(new BuildProgress(step.Name, "", done, graph.Ordered.Count));
            Make(step, graph.KeyOf(step), last, context with { Progress = detail => progress(new BuildProgress(step.Name, detail, done, graph.Ordered.Count)) });
        }

        // Even what cannot be published is built and checked, so that all that is wrong comes out in one pass.
        progress(new BuildProgress("checks", "", graph.Ordered.Count, graph.Ordered.Count));
        foreach (var check in library.Checks) findings.AddRange(check.Run(engine, cancellation));
        if (Refused()) return new BuildOutcome(last, false, findings, stepsRun);

        new SnapshotWriter(definition, library, folder.Staging).Write(Steps(graph), tables.Values, findings, engine.Version);
        cancellation.ThrowIfCancellationRequested();
        return new BuildOutcome(store.Publish(run()), true, findings, stepsRun);
    }

    StepGraph Graph(DuckDbEngine engine)
    {
        var raw = new RawStore(folder.Raw, folder.Temp);
        var mapping = new MappingStep(definition.Source, definition.Map, definition.Catalog, definition.Files, raw, findings, library.Documents);
        var rules = new RulesStep(definition.Pack, string.Join('\n', definition.PackTexts), definition.Settings, definition.Catalog, library.Documents);
        var plans = new PlanStep(definition.Plans, definition.Source.AsOf, definition.Settings, library.Documents);
        var checks = new ChecksStep(definition.Checks, definition.Catalog, library.Documents);
        var geography = new GeographyStep(definition.CountyCodes, definition.Source.AsOf, library.Documents);
        var prices = new PriceStep(definition.Pack, definition.Prices?.List, library.Documents);
        return new StepGraph([mapping, rules, plans, prices, checks, geography, .. library.JudgingSteps()], engine.Version);
    }

    // Checks are part of what a snapshot has passed, so a new check looks at the data again.
    Dictionary<string, string> Steps(StepGraph graph) => graph.Ordered
        .ToDictionary(step => step.Name, graph.KeyOf, StringComparer.Ordinal)
        .Concat(library.Checks.Select(check => KeyValuePair.Create("check " + check.Name, check.Fingerprint)))
        .Append(KeyValuePair.Create("source", SourceFingerprint()))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    // Title, date and the mark «synthetic» stand in the catalog.
    string SourceFingerprint() => Fingerprint.Of($"{definition.Source.AsOf:O}\n{definition.Source.Text}");

    bool IsUnchanged(Snapshot? last, StepGraph graph) =>
        last is not null
        && !(last.Catalog.Partial && !options.AcceptPartial)
        && Steps(graph).OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(last.Catalog.Steps.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    void Verify(DuckDbEngine engine)
    {
        var faults = new FindingList();
        foreach (var model in library.Models) model.Verify(engine, library.Models.Select(other => other.Name), faults);
        if (faults.HasErrors)
            throw new InvalidOperationException("sql/: " + string.Join("; ", faults.Select(fault => $"{fault.Place.File} {fault.Code} {fault.Value} {string.Join(' ', fault.Facts.Values)}")));
    }

    void Make(IStep step, string key, Snapshot? last, StepContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var reusable = last is { Catalog.Partial: false } && last.Catalog.Steps.GetValueOrDefault(step.Name) == key && Reuse(step, last, context);
        if (!reusable)
        {
            step.Run(context);
            stepsRun.Add(step.Name);
            foreach (var document in step.Outputs) tables[document.Name] = Attach(document, key, context);
        }

        if (reusable && step is MappingStep) findings.AddRange(StoredFindings.Read(context.Engine, context.Cancellation));
    }

    // What was inspected when it was made needs no second look: its bytes are still those. Where they are not, the step runs again.
    bool Reuse(IStep step, Snapshot last, StepContext context)
    {
        foreach (var document in step.Outputs)
        {
            var path = context.PathOf(document.Name);
            if (last.Table(document.Name) is not { } table) return false;
            File.Copy(last.PathOf(document.Name), path, overwrite: true);
            if (Fingerprint.OfFile(path) != table.Sha256) return false;
        }

        foreach (var document in step.Outputs)
        {
            View(document, context);
            var table = last.Table(document.Name)!;
            tables[document.Name] = TableInspection.Describe(document, table.Rows, table.Bytes, table.Sha256, table.Step);
        }

        return true;
    }

    static CatalogTable Attach(TableDocument document, string key, StepContext context)
    {
        View(document, context);
        return TableInspection.Inspect(document, context.PathOf(document.Name), key, context.Engine, context.Cancellation);
    }

    static void View(TableDocument document, StepContext context) => context.Engine.Execute(
        $"CREATE VIEW {SqlText.Identifier(document.Name)} AS SELECT * FROM read_parquet({SqlText.Literal(context.PathOf(document.Name))})", context.Cancellation);

    bool Refused() => findings.HasErrors && !options.AcceptPartial;
}
