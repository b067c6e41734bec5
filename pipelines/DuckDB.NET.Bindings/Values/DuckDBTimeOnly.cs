namespace DuckDB.NET.Native;

/// <summary>duckdb_time_struct: a time of day in its parts.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBTimeOnly(sbyte Hour, sbyte Minute, sbyte Second, int Microsecond);
