using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Cli.Console;
using Junheng.Pipelines;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <summary>The city's briefing at the end of a run: written where there is a plan to report on, and not again while nothing changed.</summary>
public sealed class RunBriefing(Terminal terminal, string folder)
{
    const string Name = "briefing";

    string StampPath => Path.Combine(folder, ".briefed");

    // Without a plan there is nothing to write, and that is said once, after the build.
    public bool IsFresh(Catalog catalog) =>
        !HasPlan(catalog)
            ? File.Exists(StampPath)
            : new[] { Name + ".docx", Name + ".pdf", Name + ".html", "sources.json", Path.GetFileName(StampPath) }.All(file => File.Exists(Path.Combine(folder, file)))
                && File.ReadAllText(StampPath) == KeyOf(catalog);

    /// <param name="drawn">Figures that lie in the folder, drawn from this snapshot.</param>
    public async Task WriteAsync(SnapshotReader reader, NodeWorker worker, IReadOnlySet<string> drawn, CancellationToken cancellation)
    {
        var catalog = reader.Snapshot.Catalog;
        if (!HasPlan(catalog))
        {
            terminal.Note("run.no_plan");
            Stamp(catalog);
            return;
        }

        if (!worker.IsAbsent) terminal.Note("run.briefing");
        var request = new DocumentRequest(Name, terminal.Language, LatestYear(reader, cancellation), Internal: true) { Drawn = drawn };
        var outcome = await new DocumentPress(reader, FigureWork.Catalog, worker).MakeAsync(Template(), request, folder, cancellation);
        if (outcome.Files.Count == 0)
        {
            if (outcome.Faults.Any(fault => fault.Code == NodeWorker.NodeAbsent)) terminal.Note("run.no_node");
            // One reason more is enough: what ails one figure was said when it was drawn.
            foreach (var fault in outcome.Faults.Where(fault => fault.Code != NodeWorker.NodeAbsent).Take(1)) terminal.Note("run.no_briefing", ("message", fault.Message), ("fix", fault.Fix));
            return;
        }

        terminal.Say("brief.written", ("path", BriefWork.Written(outcome.Files)));
        Stamp(catalog);
    }

    static bool HasPlan(Catalog catalog) => catalog.Tables.Any(table => table is { Name: "plan", Rows: > 0 });

    static int LatestYear(SnapshotReader reader, CancellationToken cancellation) =>
        Convert.ToInt32(reader.Query("select max(year) from county_status", cancellation).Rows[0][0], CultureInfo.InvariantCulture);

    DocumentTemplate Template() => DocumentTemplate.Read(Path.Combine(ShippedContent.Briefings, "city"), terminal.Language).Template!;

    void Stamp(Catalog catalog)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(StampPath, KeyOf(catalog));
    }

    // Everything that shows in the document: its text and queries, the data by their hashes.
    string KeyOf(Catalog catalog)
    {
        var template = Template();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [template.Text, .. template.Queries.Values, catalog.ToJson()]))));
    }
}
