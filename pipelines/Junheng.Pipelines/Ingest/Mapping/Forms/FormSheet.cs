using Junheng.Pipelines.Ingest.Mapping.Headers;
using Junheng.Pipelines.Ingest.Readers;

namespace Junheng.Pipelines.Ingest.Mapping.Forms;

/// <summary>One sheet in which values are found by labels.</summary>
internal sealed class FormSheet(string name, IReadOnlyList<RawRow> rows)
{
    static readonly string[] UnitColumns = ["单位", "计量单位", "unit"];

    // Columns between label and value that number or measure and are no part of a label.
    static readonly string[] SideColumns = ["序号", "代码", "行次", "编号", "no", "code", .. UnitColumns];

    HeaderBlock? block;

    public string Name => name;

    public IReadOnlyList<RawRow> Rows => rows;

    /// <summary>Looks for the header that the map's names need; false when none of them stands there.</summary>
    public bool FindHeader(int? at, int tall, IReadOnlyCollection<Operand> operands)
    {
        if (HeaderSearch.Find(rows.Take(HeaderSearch.Rows).ToList(), at, tall, operands) is not { Found: > 0 } found) return false;
        block = found.Block;
        return true;
    }

    /// <summary>The cells a name answers to: one, when all is well.</summary>
    public IReadOnlyList<FormCell> Find(OperandName wanted) => wanted.Header is null ? Labelled(wanted.Label!) : Crossings(wanted.Label!, wanted.Header);

    // The cell right of its label, or what follows the label and a colon in one cell.
    List<FormCell> Labelled(HeaderPath label)
    {
        var found = new List<FormCell>();
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Cells.Count; index++)
            {
                if (After(label, row, index) is { } cell) found.Add(cell);
            }
        }

        return found;
    }

    FormCell? After(HeaderPath label, RawRow row, int index)
    {
        var text = row.Cells[index].Trim();
        if (text.Length == 0) return null;
        if (label.Is(HeaderPath.Of(text)))
        {
            var value = index + 1;
            // The cells a merged label covers are its own.
            while (row.Covered is { } covered && covered.TryGetValue(value, out var over) && over == row.Cells[index]) value++;
            return new FormCell(name, row.Number, value + 1, value < row.Cells.Count ? row.Cells[value].Trim() : "", text, null);
        }

        var colon = text.AsSpan().IndexOfAny('：', ':');
        return colon > 0 && label.Is(HeaderPath.Of(text[..colon]))
            ? new FormCell(name, row.Number, index + 1, text[(colon + 1)..].Trim(), text[..colon], null)
            : null;
    }

    List<FormCell> Crossings(HeaderPath label, HeaderPath header)
    {
        if (block?.Find(header) is not [var column]) return [];
        return label.Best(LabelsLeftOf(column).ToList(), row => row.Label)
            .Select(found => new FormCell(
                name, found.Row.Number, column + 1, Cell(found.Row, column), $"{found.Label.Text} @ {block.Columns[column].Text}", UnitOf(found.Row, column) ?? found.Label.Unit ?? block.Columns[column].Unit))
            .ToList();
    }

    // A label's upper levels may stand in the first of their rows alone.
    IEnumerable<(RawRow Row, HeaderPath Label)> LabelsLeftOf(int column)
    {
        var columns = Enumerable.Range(0, column).Where(index => !Is(SideColumns, index)).ToList();
        var above = new string[column];
        foreach (var row in rows.Where(row => row.Number > block!.Last))
        {
            var texts = columns.Select(index => (Index: index, Text: row.Seen(index).Trim())).Where(cell => !NumberText.TryRead(cell.Text, out _)).ToList();
            var last = texts.FindLastIndex(cell => cell.Text.Length > 0);
            if (last < 0) continue;
            for (var at = 0; at <= last; at++)
            {
                if (texts[at].Text.Length > 0) above[texts[at].Index] = texts[at].Text;
            }

            yield return (row, HeaderPath.Of(texts.Take(last + 1).Select(cell => above[cell.Index] ?? "")));
        }
    }

    string? UnitOf(RawRow row, int column)
    {
        var at = Enumerable.Range(0, column).FirstOrDefault(index => Is(UnitColumns, index), -1);
        return at >= 0 && HeaderText.Tidy(Cell(row, at)) is { Length: > 0 } unit && HeaderUnit.IsKnown(unit) ? unit : null;
    }

    bool Is(string[] names, int column) =>
        column < block!.Columns.Count && block.Columns[column].Levels is [.., var lowest] && names.Contains(lowest.Name, StringComparer.OrdinalIgnoreCase);

    static string Cell(RawRow row, int index) => index < row.Cells.Count ? row.Cells[index].Trim() : "";
}
