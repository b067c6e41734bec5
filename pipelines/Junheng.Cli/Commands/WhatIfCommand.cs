using System.CommandLine;
using Junheng.Cli.Console;
using Junheng.Models;
using Junheng.Models.Findings;
using Junheng.Pipelines;
using Junheng.Pipelines.Planning.WhatIf;
using Junheng.Pipelines.Warehouse.Building;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng whatif</c>: before and after of every verdict that supposed changes touch. The warehouse stays as it is.</summary>
internal static class WhatIfCommand
{
    const int MostListed = 60;

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var file = new Argument<string?>("file") { Description = terminal.Texts["argument.whatif_file"], Arity = ArgumentArity.ZeroOrOne };
        var change = new Option<string[]>("--change") { Description = terminal.Texts["option.change"], HelpName = "UNIT/STAGE/FIELD=N" };
        var year = new Option<int?>("--year") { Description = terminal.Texts["option.whatif_year"], HelpName = "YEAR" };
        var format = options.Format("table", "csv", "json");
        var command = new Command("whatif", terminal.Texts["whatif.description"]) { file, change, year, options.Warehouse, options.Snapshot, format };
        command.SetAction((parsed, cancellation) =>
        {
            using var reader = Warehouses.Reader(warehouses.SnapshotOf(parsed));
            var findings = new FindingList();
            var changes = ChangesOf(parsed.GetValue(file), parsed.GetValue(change) ?? [], findings);
            var judged = YearOf(reader, parsed.GetValue(year), cancellation);
            var quantities = new WhatIfQuantities(reader, judged, findings).Of(changes, cancellation);
            if (findings.HasErrors)
            {
                new FindingPrinter(terminal).Print(findings, parsed.GetValue(file) ?? "--change");
                return Task.FromResult(ExitCode.WrongUsage);
            }

            if (quantities.Count == 0) throw new WrongUsageException(terminal.Texts["usage.no_changes"]);
            var supposed = new SupposedSnapshot(reader.Snapshot, ModelLibrary.Read(ShippedContent.Sql), Path.Combine(Scratch.Folder, "supposed"), Scratch.Options()).Of(quantities, cancellation)
                ?? throw new WrongUsageException(terminal.Texts["usage.build_again"]);
            using var after = Warehouses.Reader(supposed);
            var comparison = new WhatIfComparison(reader.Snapshot, after, cancellation);
            var rows = comparison.Rows();
            if (parsed.GetValue(format) == "table")
            {
                Print(rows, judged);
            }
            else
            {
                new Summary(terminal).Mark(reader.Snapshot.Catalog);
                RowOutput.Write(rows, parsed.GetValue(format)!, terminal);
            }

            foreach (var failing in comparison.NewlyFailing(terminal.Language == Language.Zh)) terminal.Note("whatif.failing", ("what", failing));
            return Task.FromResult(ExitCode.Done);

            void Print(RowSet all, int judgedYear)
            {
                new Summary(terminal).Stamp(reader.Snapshot.Catalog);
                terminal.Say("whatif.title", ("year", judgedYear), ("cells", Of("cell").Count), ("values", Of("indicator").Count), ("verdicts", Of("verdict").Count));
                foreach (var kind in new[] { "cell", "verdict", "indicator" }) PrintKind(kind, Of(kind));
                terminal.Say("whatif.reading");

                List<IReadOnlyList<object?>> Of(string kind) => all.Rows.Where(row => (string)row[0]! == kind).ToList();
            }
        });
        return command;

        void PrintKind(string kind, List<IReadOnlyList<object?>> rows)
        {
            if (rows.Count == 0) return;
            terminal.Say("whatif.kind." + kind);
            terminal.Table(
                new RowSet(["table", "year", "unit_code", "gap_school", "stage", "item", "before", "after"], rows.Take(MostListed)
                    .Select(IReadOnlyList<object?> (row) => [row[1], row[2], row[3], row[4], terminal.Texts["stage." + row[5]], row[6], Word(kind, row[7]), Word(kind, row[8])]).ToList()),
                column => terminal.Texts[column is "gap_school" or "stage" ? "column." + column : "column.diff_" + column]);
            if (rows.Count > MostListed) terminal.Say("diff.more", ("count", rows.Count - MostListed));
        }

        string? Word(string kind, object? value) => value switch
        {
            null => terminal.Texts["whatif.none"],
            string verdict when kind == "verdict" => terminal.Texts["verdict." + verdict],
            string { Length: > 10 } text when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) =>
                number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture),
            _ => value as string,
        };

        IReadOnlyList<WhatIfChange> ChangesOf(string? path, string[] said, FindingList findings)
        {
            if (path is not null && !File.Exists(path)) throw new WrongUsageException(terminal.Texts["usage.no_whatif_file", ("path", path)]);
            return [.. path is null ? [] : WhatIfChange.ReadAll(path, findings), .. said.Select(one => WhatIfChange.Parse(one, findings)).OfType<WhatIfChange>()];
        }

        int YearOf(SnapshotReader reader, int? said, CancellationToken cancellation)
        {
            var known = reader.Query("select distinct year from school order by 1", cancellation).Rows.Select(row => (int)row[0]!).ToList();
            if (said is null && known.Count > 0) return known[^1];
            return said is { } year && known.Contains(year) ? year : throw new WrongUsageException(terminal.Texts["usage.no_whatif_year", ("known", string.Join(", ", known))]);
        }
    }
}
