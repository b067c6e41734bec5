namespace DuckDB.NET.Native;

/// <summary>How results become Arrow; never made here.</summary>
public sealed partial class DuckDBArrowOptions : DuckDBHandle
{
    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_arrow_options")]
    private static partial void Release(ref IntPtr pointer);
}
