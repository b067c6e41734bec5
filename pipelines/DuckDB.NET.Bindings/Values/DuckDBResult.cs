namespace DuckDB.NET.Native;

/// <summary>duckdb_result: six words, of which only the last is still used.</summary>
[StructLayout(LayoutKind.Sequential)]
public partial struct DuckDBResult
{
    private ulong columnCount;
    private ulong rowCount;
    private ulong rowsChanged;
    private IntPtr columns;
    private IntPtr errorMessage;
    private IntPtr internalData;

    public void Close() => Release(ref this);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_result")]
    private static partial void Release(ref DuckDBResult result);
}
