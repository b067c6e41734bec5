namespace DuckDB.NET.Native;

/// <summary>The type of a column.</summary>
public sealed partial class DuckDBLogicalType : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_logical_type")]
    private static partial void Release(ref IntPtr pointer);
}
