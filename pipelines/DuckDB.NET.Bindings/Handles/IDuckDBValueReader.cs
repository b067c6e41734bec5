namespace DuckDB.NET.Native;

/// <summary>An argument of a table function; the provider implements it too, so it has these two members and no more.</summary>
public interface IDuckDBValueReader
{
    bool IsNull();

    T GetValue<T>();
}
