using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Cli.Console;
using Junheng.Models.Fields;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Formats;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Drift;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Warehouse.Building;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng drift</c>: how this year's columns differ from last year's, and what to paste into the column map.</summary>
internal static partial class DriftCommand
{
    public static Command Create(Terminal terminal, SharedFlags options)
    {
        var old = new Argument<string>("old") { Description = terminal.Texts["argument.old"] };
        var now = new Argument<string>("new") { Description = terminal.Texts["argument.new"] };
        var map = new Option<string?>("--map") { Description = terminal.Texts["option.map"], HelpName = "FILE" };
        var format = options.Format("table", "csv", "json");
        var command = new Command("drift", terminal.Texts["drift.description"]) { old, now, map, format };
        command.SetAction((parsed, cancellation) =>
        {
            var findings = new FindingList();
            var read = Map(parsed.GetValue(map), findings);
            var tables = Pairs(parsed.GetValue(old)!, parsed.GetValue(now)!)
                .SelectMany(pair => TableDrift.Between(BareFile.Read(pair.Old, findings, cancellation), BareFile.Read(pair.New, findings, cancellation))
                    .Select(drift => (File: Path.GetFileName(pair.New), Pair: pair, Drift: drift)))
                .ToList();
            if (parsed.GetValue(format) is not "table" and { } machine) RowOutput.Write(DriftTables.Rows(tables.Select(table => (table.File, table.Drift))), machine, terminal);
            else foreach (var (_, pair, drift) in tables) Print(pair, drift, read);
            new FindingPrinter(terminal).Print(findings, "", Severity.Note);
            return Task.FromResult(findings.HasErrors ? ExitCode.DataErrors : ExitCode.Done);
        });
        return command;

        // Two files, or two folders whose files have the same names.
        List<(string Old, string New)> Pairs(string before, string after)
        {
            foreach (var path in new[] { before, after }.Where(path => !File.Exists(path) && !Directory.Exists(path)))
                throw new WrongUsageException(terminal.Texts["drift.no_file", ("path", path)]);
            if (File.Exists(before) && File.Exists(after)) return [(before, after)];
            if (File.Exists(before) || File.Exists(after)) throw new WrongUsageException(terminal.Texts["drift.file_and_folder", ("path", before)]);
            var names = Directory.EnumerateFiles(before).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
            foreach (var name in names.Where(name => !File.Exists(Path.Combine(after, name)))) terminal.Note("drift.file_gone", ("file", name));
            foreach (var name in Directory.EnumerateFiles(after).Select(path => Path.GetFileName(path)).Except(names, StringComparer.Ordinal).Order(StringComparer.Ordinal)) terminal.Note("drift.file_new", ("file", name));
            return names.Where(name => File.Exists(Path.Combine(after, name))).Select(name => (Path.Combine(before, name), Path.Combine(after, name))).ToList();
        }

        void Print((string Old, string New) pair, TableDrift drift, (ColumnMap Map, FieldCatalog Catalog)? read)
        {
            var changes = drift.Columns.SelectMany(DriftTables.Changes).ToLookup(change => change, StringComparer.Ordinal);
            terminal.Say(
                "drift.heading", ("old", pair.Old), ("new", pair.New), ("sheet", drift.New.Sheet), ("same", drift.Columns.Count(column => !column.Changed)),
                ("gone", changes["drift.gone"].Count()), ("added", changes["drift.new"].Count()), ("renamed", changes["drift.renamed"].Count()), ("moved", changes["drift.moved"].Count()),
                ("units", changes["drift.unit_changed"].Count() + changes["drift.unit_suspected"].Count()));
            if (!drift.Columns.Any(column => column.Changed)) return;
            new DriftTables(terminal).Print(drift);
            if (read is not { } mapped) Replacements(drift);
            else foreach (var patch in MapPatch.Of(mapped.Map.Text, mapped.Catalog, drift, YearOf(pair.New))) Paste(patch);
        }

        // Without a map nobody knows which field a column is: what can be said is which header to write instead of which.
        void Replacements(TableDrift drift)
        {
            var renamed = drift.Columns.Where(column => column.Renamed).ToList();
            if (renamed.Count == 0) return;
            terminal.SayLine(terminal.Texts["drift.replace"]);
            foreach (var column in renamed) terminal.SayLine($"\"{column.Old!.Title}\": \"{column.New!.Title}\"");
        }

        string UnitLine(UnitNote note) => terminal.Texts[
            note.Factor is null ? note.Stated ? "drift.note_stated" : "drift.note_several" : note.To.Length > 0 ? "drift.note_suspected" : "drift.note_suspected_unknown",
            ("field", note.Field), ("header", note.Header), ("from", note.From), ("to", note.To), ("factor", note.Factor is { } factor ? DriftTables.Times(factor) : "")];

        void Paste(MapPatch patch)
        {
            terminal.SayLine(terminal.Texts["drift.paste", ("dataset", patch.Dataset)]);
            terminal.SayLine(patch.Yaml.TrimEnd('\n'));
            foreach (var note in patch.Units) terminal.SayLine(UnitLine(note));
            foreach (var header in patch.Lost) terminal.SayLine(terminal.Texts["drift.lost", ("header", header)]);
        }
    }

    static (ColumnMap Map, FieldCatalog Catalog)? Map(string? path, FindingList findings) => path is null
        ? null
        : ColumnMapReader.Read(path, Path.GetFileName(path), FieldCatalogReader.Read(ShippedContent.Fields, findings), findings, (said, place) => MapFile.Find(said, Path.GetDirectoryName(path)!, place, findings));

    // The last year in the name: «2018_rcd_adm.csv.gz», «2024/schools.csv».
    static int? YearOf(string path) =>
        Year().Matches(path.Replace('\\', '/')).LastOrDefault() is { } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Year();
}
