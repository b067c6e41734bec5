namespace DuckDB.NET.Native;

/// <summary>Text that DuckDB hands over: read, then given back to DuckDB's own allocator.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedText))]
internal static unsafe partial class OwnedText
{
    public static string? ConvertToManaged(byte* text) => Utf8StringMarshaller.ConvertToManaged(text);

    [LibraryImport(NativeMethods.Library, EntryPoint = "duckdb_free")]
    public static partial void Free(byte* text);
}
