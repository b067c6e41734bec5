namespace DuckDB.NET.Native;

/// <summary>A number of 128 bits without a sign.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt
{
    private readonly ulong lower;
    private readonly ulong upper;

    public DuckDBUHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new OverflowException("The number does not fit in a UHUGEINT.");
        }

        lower = (ulong)(value & ulong.MaxValue);
        upper = (ulong)(value >> 64);
    }

    public static BigInteger HugeIntMinValue => BigInteger.Zero;

    public static BigInteger HugeIntMaxValue { get; } = (BigInteger.One << 128) - 1;

    public BigInteger ToBigInteger() => ((BigInteger)upper << 64) + lower;

    public UInt128 ToUInt128() => new(upper, lower);
}
