namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>The length of a full vector.</summary>
    /// <remarks>The provider asks for it by this name.</remarks>
    public static partial class Helpers
    {
        [LibraryImport(Library, EntryPoint = "duckdb_vector_size")]
        public static partial ulong DuckDBVectorSize();
    }
}
