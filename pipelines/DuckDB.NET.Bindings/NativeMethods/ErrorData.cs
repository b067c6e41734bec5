namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>The kind of an error; its text is read by <see cref="DuckDBErrorData"/> itself.</summary>
    public static partial class ErrorData
    {
        [LibraryImport(Library, EntryPoint = "duckdb_error_data_error_type")]
        public static partial DuckDBErrorType DuckDBErrorDataErrorType(DuckDBErrorData error);
    }
}
