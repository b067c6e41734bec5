namespace DuckDB.NET.Native;

/// <summary>How far a running query is; -1 per cent when DuckDB cannot say.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    public double Percentage { get; }

    public ulong RowsProcessed { get; }

    public ulong TotalRowsToProcess { get; }
}
