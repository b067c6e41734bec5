namespace Junheng.Pipelines.Ingest.Drift;

/// <summary>One column of one of the two files.</summary>
/// <param name="Position">Counted from 0.</param>
/// <param name="Title">The header as it stands there.</param>
public sealed record DriftColumn(int Position, string Letters, string Title, FiledHeader Header, ColumnContents Contents)
{
    /// <summary>The columns of a table; those without a header cannot be named in a map and are left out.</summary>
    public static IReadOnlyList<DriftColumn> Of(BareTable table) => table.Columns
        .Select((column, position) => new DriftColumn(position, column.Letters, column.Header, FiledHeader.Of(column.Header), new ColumnContents(column.Cells)))
        .Where(column => column.Header.Words.Length > 0)
        .ToList();
}
