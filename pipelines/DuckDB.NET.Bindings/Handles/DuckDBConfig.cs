namespace DuckDB.NET.Native;

/// <summary>Options for opening a database.</summary>
public sealed partial class DuckDBConfig : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_config")]
    private static partial void Release(ref IntPtr pointer);
}
