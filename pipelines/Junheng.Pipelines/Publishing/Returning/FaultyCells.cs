using System.Text.RegularExpressions;
using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Publishing.Returning;

/// <summary>Which cells of a file its findings are about.</summary>
sealed partial class FaultyCells(IEnumerable<Finding> findings)
{
    readonly ILookup<(string Sheet, int Row), Finding> byRow = findings.Where(finding => finding.Place.Row > 0)
        .ToLookup(finding => (finding.Place.Sheet, finding.Place.Row));

    /// <summary>
    /// The marks of a row by the column they stand in, counted from 1. A row that is at fault itself is marked in every cell; what is said of it stands at its first filled one.
    /// </summary>
    public IReadOnlyDictionary<int, CellMark> In(RawRow row)
    {
        var marks = new SortedDictionary<int, CellMark>();
        var here = byRow[(row.Sheet, row.Number)];
        foreach (var cell in here.SelectMany(finding => ColumnsOf(finding, row.Cells).Select(column => (Column: column, finding))).GroupBy(pair => pair.Column, pair => pair.finding))
            marks[cell.Key] = new CellMark(cell.Max(finding => finding.Severity), cell.ToList());
        if (!here.Any(finding => finding.Place.Column.Length == 0)) return marks;
        var whole = new CellMark(here.Max(finding => finding.Severity), []);
        for (var column = 1; column <= row.Cells.Count; column++) marks.TryAdd(column, whole);
        return marks;
    }

    /// <summary>Where to lead whoever clicks on a finding.</summary>
    public static (int Column, int Row) TargetOf(Finding finding) =>
        (Lettered(finding.Place.Column).DefaultIfEmpty(1).First(), Math.Max(1, finding.Place.Row));

    static IReadOnlyList<int> ColumnsOf(Finding finding, IReadOnlyList<string> cells)
    {
        var name = finding.Place.Column;
        // A header is named by its words alone: it may stand there twice, or be missing.
        var headed = Enumerable.Range(1, cells.Count).Where(column => name.Length > 0 && cells[column - 1].Trim() == name).ToList();
        if (headed.Count > 0) return headed;
        var lettered = Lettered(name).Where(column => column <= Math.Max(1, cells.Count)).ToList();
        return lettered.Count > 0 ? lettered : [1 + Math.Max(0, cells.ToList().FindIndex(cell => !string.IsNullOrWhiteSpace(cell)))];
    }

    // «D 在校生数», «D», «D;F», «D7».
    static IEnumerable<int> Lettered(string column) => Letters().Match(column) is { Success: true } match
        ? match.Groups["letters"].Captures.Select(capture => capture.Value.Aggregate(0, (number, letter) => (number * 26) + (letter - 'A' + 1)))
        : [];

    [GeneratedRegex(@"^(?<letters>[A-Z]{1,3})[0-9]*(?:;(?<letters>[A-Z]{1,3})[0-9]*)*(?:\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letters();
}
