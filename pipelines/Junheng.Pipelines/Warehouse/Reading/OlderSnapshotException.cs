namespace Junheng.Pipelines.Warehouse.Reading;

/// <summary>What is asked for is in a table that this version makes and the snapshot, made by an earlier one, lacks.</summary>
public sealed class OlderSnapshotException : Exception
{
    public OlderSnapshotException(string table, Exception inner)
        : base(table, inner) => Table = table;

    public string Table { get; }
}
