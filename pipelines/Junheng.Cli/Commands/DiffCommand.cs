using System.CommandLine;
using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Pipelines.Publishing.Comparing;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Cli.Commands;

/// <summary><c>junheng diff</c>: which cells, indicators and verdicts differ between two snapshots, and why.</summary>
internal static class DiffCommand
{
    const int MostListed = 40;

    const string ColumnTexts = "column.diff_";

    public static Command Create(Terminal terminal, SharedFlags options, Warehouses warehouses)
    {
        var old = new Argument<string>("a") { Description = terminal.Texts["argument.a"] };
        var now = new Argument<string>("b") { Description = terminal.Texts["argument.b"] };
        var county = new Option<string?>("--county") { Description = terminal.Texts["option.county"], HelpName = "CODE" };
        var format = options.Format("table", "csv", "json");
        var command = new Command("diff", terminal.Texts["diff.description"]) { old, now, options.Warehouse, county, format };
        command.SetAction((parsed, cancellation) =>
        {
            var (before, after) = (SnapshotOf(parsed, parsed.GetValue(old)!), SnapshotOf(parsed, parsed.GetValue(now)!));
            using var reader = Warehouses.Reader(after);
            var changes = ChangesOf(new SnapshotComparison(before, reader, cancellation), parsed.GetValue(county));
            if (parsed.GetValue(format) is not "table" and { } machine)
            {
                new Summary(terminal).Mark(OfBoth(before.Catalog, after.Catalog));
                RowOutput.Write(Rows(changes), machine, terminal);
            }
            else
            {
                Print(before, after, changes);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;

        IReadOnlyList<SnapshotChange> ChangesOf(SnapshotComparison comparison, string? oneCounty) => oneCounty is null
            ? comparison.Changes()
            : comparison.Changes(oneCounty) ?? throw new WrongUsageException(terminal.Texts["usage.no_county", ("known", string.Join(", ", comparison.Counties.Order(StringComparer.Ordinal)))]);

        // A number is a snapshot of the warehouse; else it is a warehouse.
        Snapshot SnapshotOf(ParseResult parsed, string said)
        {
            var numbered = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var folder = numbered ? warehouses.Existing(parsed) : new WarehouseFolder(Path.GetFullPath(said));
            var store = new SnapshotStore(folder);
            return (numbered ? store.Open(number) : store.Current(out _))
                ?? throw new WrongUsageException(terminal.Texts["usage.no_snapshot", ("warehouse", folder.Root), ("number", numbered ? " " + said : "")]);
        }

        void Print(Snapshot before, Snapshot after, IReadOnlyList<SnapshotChange> changes)
        {
            terminal.Say("diff.heading", ("a", $"{before.Catalog.Source} {RowFormats.Text(before.Number)}"), ("b", $"{after.Catalog.Source} {RowFormats.Text(after.Number)}"), ("count", changes.Count));
            new Summary(terminal).Stamp(OfBoth(before.Catalog, after.Catalog));
            if (changes.Count == 0) return;
            var summary = changes.GroupBy(change => (change.Kind, change.Table, change.Why))
                .Select(IReadOnlyList<object?> (group) => [terminal.Texts[KindOf(group.Key.Kind)], group.Key.Table, Words(group.Key.Why), group.Count()]).ToList();
            terminal.Table(new RowSet(["kind", "table", "why", "count"], summary), Header);
            // What kind of value it is, the table says; a terminal has no room to say it twice.
            terminal.Table(new RowSet([.. SnapshotChange.Columns.Skip(1)], changes.Take(MostListed)
                .Select(change => change with { Before = Short(change.Before), After = Short(change.After), Why = Words(change.Why) })
                .Select(IReadOnlyList<object?> (change) => [.. change.Cells.Skip(1)]).ToList()), Header);
            if (changes.Count > MostListed) terminal.Say("diff.more", ("count", changes.Count - MostListed));
        }

        string Words(string why) => string.Join(' ', why.Split(';').Select(cause => terminal.Texts[KeyOf(cause)]));

        string Header(string column) => terminal.Texts[ColumnTexts + column];
    }

    static RowSet Rows(IEnumerable<SnapshotChange> changes) => new(SnapshotChange.Columns, changes.Select(change => change.Cells).ToList());

    static string KindOf(string kind) => kind switch
    {
        "cell" => "diff.kind_cell",
        "indicator" => "diff.kind_indicator",
        _ => "diff.kind_verdict",
    };

    // What differs is as invented and as partial as either of the two.
    static Catalog OfBoth(Catalog before, Catalog after) => after with { Partial = before.Partial || after.Partial, Synthetic = before.Synthetic || after.Synthetic };

    static string KeyOf(string cause) => cause switch
    {
        "new_vintage" => "diff.new_vintage",
        "new_file" => "diff.new_file",
        "file_gone" => "diff.file_gone",
        "file_changed" => "diff.file_changed",
        "new_map" => "diff.new_map",
        "cells" => "diff.cells",
        "boundary" => "diff.boundary",
        "lineage" => "diff.lineage",
        "register" => "diff.register",
        "recoded" => "diff.recoded",
        "site_check" => "diff.site_check",
        "rule" => "diff.rule",
        "parameter" => "diff.parameter",
        "as_of" => "diff.as_of",
        "other_school" => "diff.other_school",
        _ => "diff.program",
    };

    // A number in full is for programs.
    static string? Short(string? value) => value is { Length: > 10 } && double.TryParse(value, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("G6", CultureInfo.InvariantCulture)
        : value;
}
