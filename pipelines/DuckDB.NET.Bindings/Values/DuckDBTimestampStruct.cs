namespace DuckDB.NET.Native;

/// <summary>Units since 1970-01-01T00:00; microseconds unless the type says otherwise.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    public long Micros { get; set; }

    public readonly bool IsInfinity => Micros is long.MaxValue or -long.MaxValue;
}
