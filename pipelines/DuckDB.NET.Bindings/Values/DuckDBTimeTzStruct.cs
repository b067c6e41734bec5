namespace DuckDB.NET.Native;

/// <summary>A time and its offset from UTC, packed in 64 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    public ulong Bits { get; set; }
}
