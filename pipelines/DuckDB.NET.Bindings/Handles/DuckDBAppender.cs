namespace DuckDB.NET.Native;

/// <summary>Rows on their way into a table.</summary>
public sealed partial class DuckDBAppender : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_appender_destroy")]
    private static partial void Release(ref IntPtr pointer);
}
