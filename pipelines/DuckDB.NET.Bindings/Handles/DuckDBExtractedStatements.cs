namespace DuckDB.NET.Native;

/// <summary>A text cut into statements.</summary>
public sealed partial class DuckDBExtractedStatements : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_extracted")]
    private static partial void Release(ref IntPtr pointer);
}
