namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>A line around a table that is no data: a title above it, a remark below, a total. Its text is kept.</summary>
/// <param name="Kind"><c>title</c>, <c>note</c> or <c>total</c>.</param>
public sealed record SourceNote(string File, string Sheet, int Row, string Kind, string Text)
{
    public const string Title = "title";
    public const string Note = "note";
    public const string Total = "total";

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
