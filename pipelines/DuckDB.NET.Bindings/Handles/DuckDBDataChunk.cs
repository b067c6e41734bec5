namespace DuckDB.NET.Native;

/// <summary>Up to 2,048 rows, column by column.</summary>
public sealed partial class DuckDBDataChunk : DuckDBHandle
{
    public DuckDBDataChunk()
    {
    }

    /// <summary>A chunk lent by DuckDB to a callback, which must not free it.</summary>
    public DuckDBDataChunk(IntPtr chunk)
        : base(ownsHandle: false) => SetHandle(chunk);

    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_data_chunk")]
    private static partial void Release(ref IntPtr pointer);
}
