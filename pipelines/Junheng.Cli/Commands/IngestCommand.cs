using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng ingest</c>: read and report, judge nothing.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var input = new Argument<string>("input") { Description = terminal.Texts["argument.input"] };
        var command = new Command("ingest", terminal.Texts["ingest.description"]) { input, options.Warehouse, options.Out, options.Wait };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;

        int Run(ParseResult parsed, CancellationToken cancellation)
        {
            var findings = new FindingList();
            if (IsBareFile(parsed.GetValue(input)!)) return Look(parsed.GetValue(input)!, findings, cancellation);
            var definition = Definition.Read(warehouses.SourceFolder(parsed.GetValue(input)!), new Dictionary<string, string>(StringComparer.Ordinal), null, findings);
            var outFolder = parsed.GetValue(options.Out) ?? Path.Combine("out", definition?.Source.Id ?? "findings");
            var list = Path.Combine(outFolder, "findings.csv");
            if (definition is null) return Report(findings, list);

            var warehouse = Warehouses.For(definition.Source.Id, parsed.GetValue(options.Warehouse));
            var (held, holder) = WarehouseLock.Take(warehouse, "ingest", TimeSpan.FromSeconds(parsed.GetValue(options.Wait)), _ => { }, cancellation);
            if (held is null)
            {
                terminal.Note("lock.held", ("command", holder!.Command), ("process", holder.Process), ("host", holder.Host), ("since", holder.Since));
                return ExitCode.WrongUsage;
            }

            using (held)
            {
                var library = ModelLibrary.Read(ShippedContent.Sql);
                var counts = terminal.Progress(report => Reading.Read(
                    warehouse, definition.Source, definition.Map, definition.Catalog, definition.Files, library.Documents, findings, detail => report("ingest", 0, 1, detail), cancellation));
                foreach (var dataset in counts.GroupBy(count => count.Dataset))
                    terminal.Say("summary.dataset", ("dataset", dataset.Key), ("rows", dataset.Sum(one => one.RowsIn)), ("loaded", dataset.Sum(one => one.Loaded)), ("aside", dataset.Sum(one => one.Quarantined)), ("not_data", dataset.Sum(one => one.NotData)));
                var exit = Report(findings, list);
                ReturnedWork.Write(terminal, warehouse, definition.Files, findings, outFolder, cancellation);
                return exit;
            }
        }

        // A file without a source.yaml: its layout is guessed and said, so that a map can be written for it.
        int Look(string path, FindingList findings, CancellationToken cancellation)
        {
            foreach (var table in BareFile.Read(path, findings, cancellation))
            {
                findings.AddRange(BareFile.Faults(path, table));
                terminal.Say("ingest.bare", ("file", Path.GetFileName(path) + (table.Sheet.Length > 0 ? " " + table.Sheet : "")), ("records", table.Records), ("rows", table.Rows), ("header", HeaderOf(table)), ("encoding", table.Encoding + (table.Delimiter.Length > 0 ? ", " + table.Delimiter : "")));
                if (table.Totals + table.Notes + table.NumberRows > 0) terminal.Say("ingest.recognised", ("totals", table.Totals), ("notes", table.Notes), ("numbers", table.NumberRows));
                terminal.Table(
                    new RowSet(["letters", "header", "numbers", "words", "blank"], table.Columns.Select(IReadOnlyList<object?> (column) => [column.Letters, column.Header, column.Numbers, column.Words, column.Blank]).ToList()),
                    column => terminal.Texts["column." + column]);
            }

            new FindingPrinter(terminal).Print(findings, "", Severity.Note);
            if (!findings.HasErrors) terminal.Note("ingest.describe");
            return findings.HasErrors ? ExitCode.DataErrors : ExitCode.Done;
        }

        string HeaderOf(BareTable table) => table.HeaderRow == 0 ? terminal.Texts["ingest.no_header"]
            : table.FirstHeaderRow < table.HeaderRow ? terminal.Texts["ingest.header_rows", ("first", table.FirstHeaderRow), ("last", table.HeaderRow)]
            : terminal.Texts["ingest.header_row", ("row", table.HeaderRow)];

        static bool IsBareFile(string path) => File.Exists(path) && Path.GetFileName(path) != SourceReader.FileName;

        int Report(FindingList findings, string list)
        {
            if (findings.Count > 0)
            {
                FindingFile.Write(list, findings, terminal.Texts);
                new FindingPrinter(terminal).Print(findings, list, Severity.Note);
            }

            terminal.Say("summary.findings", ("errors", findings.Errors), ("warnings", findings.Count(one => one.Severity == Severity.Warning)), ("notes", findings.Count(one => one.Severity == Severity.Note)));
            return findings.HasErrors ? ExitCode.DataErrors : ExitCode.Done;
        }
    }
}
