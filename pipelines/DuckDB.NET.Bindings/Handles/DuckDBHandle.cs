namespace DuckDB.NET.Native;

/// <summary>A pointer that DuckDB made and takes back by one of its duckdb_destroy functions.</summary>
public abstract class DuckDBHandle : SafeHandle
{
    private protected DuckDBHandle(bool ownsHandle = true)
        : base(IntPtr.Zero, ownsHandle)
    {
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected sealed override bool ReleaseHandle()
    {
        Destroy(ref handle);
        return true;
    }

    private protected abstract void Destroy(ref IntPtr pointer);
}
