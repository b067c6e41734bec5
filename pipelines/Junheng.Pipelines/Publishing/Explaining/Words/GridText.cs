using System.Text;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Explaining.Words;

/// <summary>A grid in columns as wide as what stands in them; a last column of words wraps within the terminal.</summary>
static class GridText
{
    const int Gap = 2;

    const int LeastLastColumn = 11;

    public static void Write(StringBuilder text, string indent, IReadOnlyList<string> headers, Grid grid, IReadOnlyList<IReadOnlyList<object?>> rows, TextBook texts, int width)
    {
        if (rows.Count == 0) return;
        var cells = rows.Select(row => row.Select(value => value is null ? "" : Wordings.Of(value, texts)).ToList()).ToList();
        var right = Enumerable.Range(0, headers.Count).Select(column => grid.Rows.All(row => row[column] is null or Number or int or double or Places)).ToList();
        var widths = Enumerable.Range(0, headers.Count)
            .Select(column => cells.Select(row => row[column]).Append(headers[column]).Max(DisplayWidth.Of))
            .ToList();
        var before = indent.Length + widths.SkipLast(1).Sum(one => one + Gap);
        if (!right[^1]) widths[^1] = Math.Max(LeastLastColumn, Math.Min(widths[^1], width - before));
        Line(headers);
        foreach (var row in cells) Line(row);

        void Line(IReadOnlyList<string> values)
        {
            var line = new StringBuilder(indent);
            for (var column = 0; column < values.Count - 1; column++)
                line.Append(DisplayWidth.Padded(values[column], widths[column], right[column])).Append(' ', Gap);
            var last = right[^1] ? [DisplayWidth.Padded(values[^1], widths[^1], right: true)] : DisplayWidth.Wrapped(values[^1], widths[^1]).ToList();
            text.Append((line + last[0]).TrimEnd()).Append('\n');
            foreach (var more in last.Skip(1)) text.Append(' ', before).Append(more).Append('\n');
        }
    }
}
