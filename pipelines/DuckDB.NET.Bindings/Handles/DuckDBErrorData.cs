namespace DuckDB.NET.Native;

/// <summary>What went wrong, where there is no result to ask.</summary>
public sealed partial class DuckDBErrorData : DuckDBHandle
{
    // DuckDB answers a null pointer when nothing went wrong.
    public bool HasError => !IsInvalid && GetHasError(this);

    public string Message => IsInvalid ? "" : GetMessage(this) ?? "";

    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_error_data_has_error")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool GetHasError(DuckDBErrorData error);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_error_data_message")]
    [return: MarshalUsing(typeof(BorrowedText))]
    private static partial string? GetMessage(DuckDBErrorData error);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_error_data")]
    private static partial void Release(ref IntPtr pointer);
}
