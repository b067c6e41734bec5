// Every struct here is laid out as in duckdb.h; the runtime passes them as they are.
[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace DuckDB.NET.Native;

/// <summary>DuckDB's C functions, one nested class a facet, under the names DuckDB.NET.Data links to.</summary>
public static partial class NativeMethods
{
    internal const string Library = "duckdb";
}
