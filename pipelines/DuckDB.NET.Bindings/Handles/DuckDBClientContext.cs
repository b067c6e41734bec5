namespace DuckDB.NET.Native;

/// <summary>The session behind a connection.</summary>
public sealed partial class DuckDBClientContext : DuckDBHandle
{
    public ulong ConnectionId => GetConnectionId(this);

    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_client_context_get_connection_id")]
    private static partial ulong GetConnectionId(DuckDBClientContext context);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_client_context")]
    private static partial void Release(ref IntPtr pointer);
}
