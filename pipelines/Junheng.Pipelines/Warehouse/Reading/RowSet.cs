namespace Junheng.Pipelines.Warehouse.Reading;

/// <summary>Rows that came out of a query, in its order.</summary>
public sealed record RowSet(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public int IndexOf(string column) => Columns.ToList().IndexOf(column);

    public object? this[int row, string column] => Rows[row][IndexOf(column)];
}
