namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>One row as it stands in the file.</summary>
/// <param name="Sheet">Empty for text files.</param>
/// <param name="Number">Counted from 1 as a spreadsheet shows it, titles and blank rows included.</param>
/// <param name="Cells">The text as it stands: a cell that a merged one covers is empty.</param>
/// <param name="Covered">Cells of this row, counted from 0, that a merged cell covers, with the text of that cell; null when there are none. A header reads so; a number is never copied.</param>
public readonly record struct RawRow(string Sheet, int Number, IReadOnlyList<string> Cells, IReadOnlyDictionary<int, string>? Covered = null)
{
    /// <summary>The text a person sees over a column: the cell's own, else that of the merged cell which covers it.</summary>
    public string Seen(int index) =>
        index < Cells.Count && Cells[index].Length > 0 ? Cells[index] : Covered is not null && Covered.TryGetValue(index, out var text) ? text : "";

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
