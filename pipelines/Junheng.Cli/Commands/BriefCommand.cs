using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Pipelines;
using Junheng.Pipelines.Publishing.Documents;
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
        var county = new Option<string?>("--county") { Description = texts["option.brief_county"], HelpName = "CODE" };
        var school = new Option<string?>("--school") { Description = texts["option.brief_school"], HelpName = "CODE" };
        var command = new Command("brief", texts["brief.description"]) { kind, options.Warehouse, options.Snapshot, year, county, school, edition, template, options.Out };
        command.SetAction(async (parsed, cancellation) =>
        {
            var named = parsed.GetValue(kind)!;
            var folder = parsed.GetValue(template) ?? Shipped(named, texts);
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var chosen = YearOf(reader, parsed.GetValue(year), texts, cancellation);
            var (found, absent) = DocumentTemplate.Read(folder, terminal.Language);
            if (found is null) throw new WrongUsageException($"{absent!.Message} {absent.Fix}");
            var (ofCounty, ofSchool) = (parsed.GetValue(county), parsed.GetValue(school));
            if (!found.IsOfSchool && ofSchool is not null || !found.IsOfSchool && !found.IsOfCounty && ofCounty is not null) throw new WrongUsageException(texts["usage.brief_of_all", ("kind", named)]);
            var requests = DocumentBatch.RequestsOf(found, named, reader, terminal.Language, chosen, parsed.GetValue(edition) == "internal", ofCounty, ofSchool, cancellation);
            if (requests.Count == 0) throw new WrongUsageException(texts["usage.brief_nobody", ("year", chosen)]);

            using var worker = new NodeWorker(NodeWorkerOptions.For(AppContext.BaseDirectory));
            var output = parsed.GetValue(options.Out) ?? Path.Combine("out", reader.Snapshot.Catalog.Source, "brief");
            return await new BriefWork(terminal, reader, worker).WriteAsync(found, requests, output, cancellation) ? ExitCode.Done : ExitCode.Fault;
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
