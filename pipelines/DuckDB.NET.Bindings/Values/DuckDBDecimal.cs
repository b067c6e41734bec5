namespace DuckDB.NET.Native;

/// <summary>A decimal: <paramref name="value"/> / 10^<paramref name="scale"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    public byte Width { get; } = width;

    public byte Scale { get; } = scale;

    public DuckDBHugeInt Value { get; } = value;
}
