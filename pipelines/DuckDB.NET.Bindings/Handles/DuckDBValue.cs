namespace DuckDB.NET.Native;

/// <summary>A single value, as parameters carry it.</summary>
public sealed partial class DuckDBValue : DuckDBHandle, IDuckDBValueReader
{
    public bool IsNull() => IsNullValue(this);

    // Only table functions written in C# read their arguments this way, and Junheng has none.
    public T GetValue<T>() => throw new NotSupportedException("Reading the arguments of a table function is not part of these declarations.");

    private protected override void Destroy(ref IntPtr pointer) => Release(ref pointer);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_is_null_value")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static partial bool IsNullValue(DuckDBValue value);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_destroy_value")]
    private static partial void Release(ref IntPtr pointer);
}
