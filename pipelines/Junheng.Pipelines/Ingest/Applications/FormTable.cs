using System.Text.RegularExpressions;
using Junheng.Models.Applications;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Applications;

/// <summary>One table of the form found on a sheet: where its header stands, and which column is which, by words alone.</summary>
internal sealed partial class FormTable
{
    const int HeaderWithin = 15;

    const int Tallest = 4;

    readonly IReadOnlyList<RawRow> rows;
    readonly ApplicationTable table;
    readonly HeaderBlock block;

    FormTable(string sheet, IReadOnlyList<RawRow> rows, ApplicationTable table, HeaderBlock block)
    {
        (Sheet, this.rows, this.table, this.block) = (sheet, rows, table, block);
        Columns = table.Columns.Select(ColumnOf).ToList();
    }

    public string Sheet { get; }

    /// <summary>For each column of the description, where it stands, counted from 0; null where it does not, or more than once.</summary>
    public IReadOnlyList<int?> Columns { get; }

    int Found => Columns.Count(at => at is not null);

    /// <summary>Rows of figures: below the header, without the numbering of its columns and the notes.</summary>
    public IEnumerable<RawRow> Body => rows.Where(row => row.Number > block.Last && !IsNumbering(row) && !IsNote(row));

    /// <summary>Where the first row of figures would stand.</summary>
    public int FirstRow => block.Last + (rows.Any(row => row.Number == block.Last + 1 && IsNumbering(row)) ? 2 : 1);

    public static FormTable? Find(string sheet, IReadOnlyList<RawRow> rows, ApplicationTable table)
    {
        FormTable? best = null;
        var top = rows.Take(HeaderWithin).ToList();
        for (var height = 1; height <= Tallest; height++)
        {
            for (var first = 0; first + height <= top.Count; first++)
            {
                if (top[first].IsBlank) continue;
                var tried = new FormTable(sheet, rows, table, HeaderBlock.Of(top.GetRange(first, height)));
                if (best is null || tried.Found > best.Found) best = tried;
            }
        }

        return best is { Found: > 0 } ? best : null;
    }

    /// <summary>The labels left of the figures, those that stand in the first of several rows alone filled down.</summary>
    public IEnumerable<(RawRow Row, HeaderPath Label)> Labelled()
    {
        var until = table.Columns.Zip(Columns).Where(one => one.First.Role != ApplicationColumn.Label).Select(one => one.Second).OfType<int>().DefaultIfEmpty(1).Min();
        var above = new string[until];
        foreach (var row in Body)
        {
            var texts = Enumerable.Range(0, until).Select(index => row.Seen(index).Trim()).ToList();
            var last = texts.FindLastIndex(text => text.Length > 0);
            for (var at = 0; at <= last; at++)
            {
                if (texts[at].Length > 0) above[at] = texts[at];
            }

            if (last >= 0) yield return (row, HeaderPath.Of(above.Take(last + 1).Select(text => text ?? "")));
        }
    }

    /// <summary>Whether words stand in levels in this order, the last of them in the lowest.</summary>
    public static bool Answers(HeaderPath path, IReadOnlyList<string> find)
    {
        if (path.Levels.Count == 0 || find.Count == 0 || !Holds(path, path.Levels.Count - 1, find[^1])) return false;
        var wanted = find.Count - 2;
        for (var at = path.Levels.Count - 2; at >= 0 && wanted >= 0; at--)
        {
            if (Holds(path, at, find[wanted])) wanted--;
        }

        return wanted < 0;
    }

    static bool Holds(HeaderPath path, int level, string words) => path.Levels[level].Name.Contains(HeaderText.Tidy(words), StringComparison.Ordinal);

    // Of several that answer, the one with the fewest levels: «问卷总数 > 计» before «问卷总数 > 有效问卷 > 计».
    int? ColumnOf(ApplicationColumn column)
    {
        var answers = Enumerable.Range(0, block.Columns.Count).Where(index => Answers(block.Columns[index], column.Find)).GroupBy(index => block.Columns[index].Levels.Count).MinBy(group => group.Key)?.ToList();
        return answers is [var only] ? only : null;
    }

    static bool IsNumbering(RawRow row) => row.Cells.Any(cell => cell.Length > 0) && row.Cells.All(cell => cell.Trim().Length == 0 || Numbering().IsMatch(cell.Trim()));

    static bool IsNote(RawRow row) => row.Cells.FirstOrDefault(cell => cell.Trim().Length > 0) is { } first && NoteWords.Begin(first);

    [GeneratedRegex("^[LＬ][0-9０-９]{1,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbering();
}
