namespace DuckDB.NET.Native;

/// <summary>An open database; it lives until its last connection closes.</summary>
public sealed partial class DuckDBDatabase : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_close")]
    private static partial void Release(ref IntPtr pointer);
}
