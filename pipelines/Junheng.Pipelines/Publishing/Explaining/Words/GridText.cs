using System.Text;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>A grid in columns as wide as what stands in them; where that is wider than the terminal, the widest words wrap.</summary>
sealed class GridText
{
    const int Gap = 2;

    readonly bool[] right;
    readonly int[] widths;

    GridText(Grid grid, IReadOnlyList<string> headers, List<List<string>> cells, int room)
    {
        var columns = Enumerable.Range(0, headers.Count).ToList();
        right = [.. columns.Select(column => grid.Rows.All(row => row[column] is null or Number or int or double or Places))];
        widths = [.. columns.Select(column => cells.Select(row => row[column]).Append(headers[column]).Max(DisplayWidth.Of))];
        var least = columns.Select(column => right[column] ? widths[column] : cells.Select(row => row[column]).Append(headers[column]).Max(DisplayWidth.Longest)).ToList();
        // A command stays in one piece, unless nothing else can give way.
        var commands = columns.Where(column => grid.Rows.Any(row => row[column] is AskOn)).ToList();
        Shrink(columns.Except(commands));
        Shrink(commands);

        void Shrink(IEnumerable<int> among)
        {
            while (widths.Sum(one => one + Gap) - Gap > room && among.Where(column => widths[column] > least[column]).ToList() is { Count: > 0 } shrinkable)
                widths[shrinkable.MaxBy(column => widths[column])]--;
        }
    }

    public static void Write(StringBuilder text, string indent, Grid grid, IReadOnlyList<IReadOnlyList<object?>> rows, TextBook texts, int width)
    {
        if (rows.Count == 0) return;
        var headers = grid.Columns.Select(column => texts["explain.column." + column]).ToList();
        var cells = rows.Select(row => row.Select(value => value is null ? "" : Wordings.Of(value, texts)).ToList()).ToList();
        var layout = new GridText(grid, headers, cells, width - indent.Length);
        foreach (var row in cells.Prepend(headers)) layout.Line(text, indent, row);
    }

    void Line(StringBuilder text, string indent, List<string> values)
    {
        var wrapped = values.Select((value, column) => DisplayWidth.Wrapped(value, widths[column]).ToList()).ToList();
        for (var line = 0; line < wrapped.Max(lines => lines.Count); line++)
        {
            var parts = wrapped.Select((lines, column) => DisplayWidth.Padded(line < lines.Count ? lines[line] : "", widths[column], right[column]));
            text.Append((indent + string.Join(new string(' ', Gap), parts)).TrimEnd()).Append('\n');
        }
    }
}
