namespace DuckDB.NET.Native;

/// <summary>A connection; one thread at a time uses it, and any thread may interrupt it.</summary>
public sealed partial class DuckDBNativeConnection : DuckDBHandle
{
    public void Interrupt() => Interrupt(this);

    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_interrupt")]
    private static partial void Interrupt(DuckDBNativeConnection connection);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_disconnect")]
    private static partial void Release(ref IntPtr pointer);
}
