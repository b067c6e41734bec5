using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines;
using Junheng.Pipelines.Publishing.Documents;
using Junheng.Pipelines.Publishing.Figures;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Worker;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng brief</c>: a document with figures, as docx, pdf and html, and where each of its numbers comes from.</summary>
internal static class BriefCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var texts = terminal.Texts;
        var kind = new Argument<string>("kind") { Description = texts["argument.brief", ("known", string.Join(", ", DocumentTemplate.Shipped))] };
        var year = new Option<int?>("--year") { Description = texts["option.year"], HelpName = "YEAR" };
        var edition = new Option<string>("--edition") { Description = texts["option.edition"], HelpName = "internal|public", DefaultValueFactory = _ => "internal" };
        edition.AcceptOnlyFromAmong("internal", "public");
        var template = new Option<string?>("--template") { Description = texts["option.brief_template"], HelpName = "DIR" };
        var command = new Command("brief", texts["brief.description"]) { kind, options.Warehouse, options.Snapshot, year, edition, template, options.Out };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(template) ?? Shipped(parsed.GetValue(kind)!, texts);
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var chosen = YearOf(reader, parsed.GetValue(year), texts, cancellation);
            var (found, absent) = DocumentTemplate.Read(folder, terminal.Language);
            if (found is null) throw new WrongUsageException($"{absent!.Message} {absent.Fix}");

            using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory));
            var press = new DocumentPress(reader, FigureWork.Catalog, worker);
            var name = string.Create(CultureInfo.InvariantCulture, $"{parsed.GetValue(kind)}-{chosen}");
            var output = parsed.GetValue(options.Out) ?? Path.Combine("out", reader.Snapshot.Catalog.Source, "brief");
            var outcome = await press.MakeAsync(found, new DocumentRequest(name, terminal.Language, chosen, parsed.GetValue(edition) == "internal"), output, cancellation);
            foreach (var path in outcome.Files) terminal.Say("brief.written", ("path", Path.GetRelativePath(Directory.GetCurrentDirectory(), path)));
            foreach (var fault in outcome.Faults) terminal.Note("brief.fault", ("message", fault.Message), ("fix", fault.Fix));
            if (outcome.Files.Count == 0) return ExitCode.Fault;
            terminal.Note("brief.numbers", ("numbers", outcome.Numbers));
            return ExitCode.Done;
        });
        return command;
    }

    static string Shipped(string kind, Pipelines.Texts.TextBook texts) =>
        DocumentTemplate.Shipped.Contains(kind, StringComparer.Ordinal)
            ? Path.Combine(ShippedContent.Briefings, kind)
            : throw new WrongUsageException(texts["usage.no_brief", ("kind", kind), ("known", string.Join(", ", DocumentTemplate.Shipped))]);

    static int YearOf(SnapshotReader reader, int? said, Pipelines.Texts.TextBook texts, CancellationToken cancellation)
    {
        var years = reader.Query("select distinct year from county_status order by year", cancellation).Rows.Select(row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture)).ToList();
        return years.Count == 0 || (said is { } year && !years.Contains(year))
            ? throw new WrongUsageException(texts["usage.no_county", ("known", string.Join(", ", years))])
            : said ?? years[^1];
    }
}
