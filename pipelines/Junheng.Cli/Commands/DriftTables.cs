using System.Globalization;
using Junheng.Cli.Console;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Drift;
using Junheng.Pipelines.Publishing.Explaining.Words;
using Junheng.Pipelines.Warehouse.Reading;

namespace Junheng.Cli.Commands;

/// <summary>Drifted columns as rows: whole for programs, short enough for a terminal for people.</summary>
internal sealed class DriftTables(Terminal terminal)
{
    const int WidestHeader = 26;

    const string Family = "drift.";

    static readonly string[] Columns = ["change", "old", "old_header", "new", "new_header", "header_likeness", "contents_likeness", "unit"];

    public static RowSet Rows(IEnumerable<(string File, TableDrift Drift)> tables) => new(
        ["file", "sheet", .. Columns],
        tables.SelectMany(table => table.Drift.Columns.Where(column => column.Changed).Select(IReadOnlyList<object?> (column) =>
            [table.File, table.Drift.New.Sheet, string.Join(';', Changes(column).Select(change => change[Family.Length..])), .. Cells(column, header => header)])).ToList());

    public void Print(TableDrift drift) => terminal.Table(
        new RowSet(Columns, drift.Columns.Where(column => column.Changed).Select(IReadOnlyList<object?> (column) =>
            [string.Join(' ', Changes(column).Select(change => terminal.Texts[change])), .. Cells(column, Short)]).ToList()),
        column => terminal.Texts["column." + column]);

    /// <summary>What became of a column, as the keys of its words.</summary>
    public static IEnumerable<string> Changes(ColumnDrift column)
    {
        if (column.Gone) yield return "drift.gone";
        if (column.Added) yield return "drift.new";
        if (column.Renamed) yield return "drift.renamed";
        if (column.Moved) yield return "drift.moved";
        if (column.Unit is { } unit) yield return unit.Suspected ? "drift.unit_suspected" : "drift.unit_changed";
    }

    static object?[] Cells(ColumnDrift column, Func<string, string> shorten) =>
    [
        column.Old?.Letters, column.Old is { } old ? shorten(old.Title) : null,
        column.New?.Letters, column.New is { } now ? shorten(now.Title) : null,
        column.HeaderLikeness, column.ContentsLikeness, column.Unit is { } unit ? UnitOf(unit) : null,
    ];

    static string UnitOf(UnitChange unit) => unit.Factor is { } factor ? Times(factor) : $"{unit.From} → {unit.To}";

    /// <summary>By how many the numbers have grown.</summary>
    public static string Times(Rational factor) => "×" + Number(factor);

    static string Number(Rational factor) => factor.Denominator.IsOne || factor.Numerator.IsOne ? factor.ToString() : decimal.Parse(factor.ToTruncatedDecimal(4), CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture);

    static string Short(string header)
    {
        var line = header.ReplaceLineEndings(" ");
        if (DisplayWidth.Of(line) <= WidestHeader) return line;
        var kept = line.Length;
        while (DisplayWidth.Of(line[..kept]) >= WidestHeader) kept--;
        return line[..kept] + "…";
    }
}
