namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A line of words around a table: a title above it or a remark below. It is no data, and its text is kept.</summary>
/// <param name="Kind"><c>title</c> or <c>note</c>.</param>
public sealed record SourceNote(string File, string Sheet, int Row, string Kind, string Text)
{
    public const string Title = "title";
    public const string Note = "note";

    /// <summary>The filled cells one after the other; a text that a merged cell repeats once.</summary>
    public static string TextOf(IEnumerable<string> cells)
    {
        var texts = new List<string>();
        foreach (var cell in cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0))
        {
            if (texts.Count == 0 || texts[^1] != cell) texts.Add(cell);
        }

        return string.Join(' ', texts);
    }
}
