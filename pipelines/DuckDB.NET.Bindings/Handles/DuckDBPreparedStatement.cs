namespace DuckDB.NET.Native;

/// <summary>A statement, parsed and bound.</summary>
public sealed partial class DuckDBPreparedStatement : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_prepare")]
    private static partial void Release(ref IntPtr pointer);
}
