using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <summary>Writes documents and says a line for each: where it lies, or why it is not there.</summary>
public sealed class BriefWork(Terminal terminal, SnapshotReader reader, NodeWorker worker)
{
    /// <returns>Whether all were made, or withheld as their templates say.</returns>
    public async Task<bool> WriteAsync(DocumentTemplate template, IReadOnlyList<DocumentRequest> requests, string folder, CancellationToken cancellation)
    {
        var press = new DocumentPress(reader, FigureWork.Catalog, worker, FormReviewWork.Form());
        var said = new HashSet<DocumentFault>();
        var (written, failed, numbers, times) = (0, 0, 0, new DocumentTimes());
        await foreach (var (request, outcome) in DocumentBatch.MakeAsync(press, template, requests, folder, cancellation))
        {
            if (outcome.Withheld is { } why) terminal.Note("brief.withheld", ("name", request.Name), ("why", why));
            foreach (var fault in outcome.Faults)
            {
                // What ails one of forty sheets mostly ails them all.
                if (said.Add(fault)) terminal.Note("brief.fault", ("name", request.Name), ("message", fault.Message), ("fix", fault.Fix));
                else terminal.Note("brief.fault_again", ("name", request.Name));
            }

            if (outcome.Faults.Count > 0) failed++;
            if (outcome.Files.Count == 0) continue;
            written++;
            (numbers, times) = (numbers + outcome.Numbers, times + outcome.Times);
            terminal.Say("brief.written", ("path", Written(outcome.Files)));
        }

        if (written == 0) return failed == 0;
        terminal.Note("brief.numbers", ("numbers", numbers));
        if (requests.Count > 1) Tally(written, failed, times);
        return failed == 0;
    }

    void Tally(int written, int failed, DocumentTimes times)
    {
        terminal.Note("brief.pace", ("documents", written), ("seconds", Seconds(times.Whole)), ("pace", (written / times.Whole.TotalMinutes).ToString("0", CultureInfo.InvariantCulture)),
            ("queries", Seconds(times.Queries)), ("drawing", Seconds(times.Drawing)), ("writing", Seconds(times.Writing)));
        if (failed > 0) terminal.Note("brief.failed", ("failed", failed));
    }

    /// <summary>One line a document: its forms differ in nothing but the ending.</summary>
    internal static string Written(IReadOnlyList<string> files) =>
        string.Join(", ", files.Select((path, index) => index == 0 ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path) : Path.GetFileName(path).EndsWith("sources.json", StringComparison.Ordinal) ? "sources.json" : Path.GetExtension(path)));

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
