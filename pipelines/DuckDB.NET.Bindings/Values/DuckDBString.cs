namespace DuckDB.NET.Native;

/// <summary>duckdb_string_t: up to 12 bytes lie in the struct itself, longer text elsewhere.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DuckDBString
{
    private const int InlinedBytes = 12;

    private _value_e__Union value;

    public readonly int Length => (int)value.inlined.length;

    /// <summary>Good only while the struct stays where DuckDB keeps it, in a vector.</summary>
    public readonly sbyte* Data
    {
        get
        {
            fixed (sbyte* inlined = value.inlined.inlined)
            {
                return Length <= InlinedBytes ? inlined : value.pointer.data;
            }
        }
    }

    // The provider reaches into these by name.
    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* data;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[InlinedBytes];
        }
    }
}
