using System.Globalization;
using Junheng.Pipelines.Publishing.Figures;

namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>Rows as `junheng figures --format csv` writes them, read back: empty is null, what is a number or true or false is one.</summary>
static class AcceptedRows
{
    public static FigureData Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return new FigureData([.. lines[0].Split(',')], [.. lines.Skip(1).Select(line => (IReadOnlyList<object?>)[.. Cells(line).Select(Value)])]);
    }

    static object? Value(string cell) => cell switch
    {
        "" => null,
        "true" => true,
        "false" => false,
        // A spreadsheet would take it for a formula, so it was written with an apostrophe.
        ['\'', '=' or '+' or '-' or '@', ..] => cell[1..],
        _ when double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => cell,
    };

    static IEnumerable<string> Cells(string line)
    {
        var parts = line.Split('"');
        var cell = "";
        for (var at = 0; at < parts.Length; at++)
        {
            // Between quotes a comma is text.
            string[] pieces = at % 2 == 1 ? [parts[at]] : parts[at].Split(',');
            cell += pieces[0];
            foreach (var piece in pieces.Skip(1))
            {
                yield return cell;
                cell = piece;
            }
        }

        yield return cell;
    }
}
