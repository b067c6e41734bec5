namespace DuckDB.NET.Native;

/// <summary>A signed number of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt
{
    public DuckDBHugeInt(ulong lower, long upper)
    {
        Lower = lower;
        Upper = upper;
    }

    public DuckDBHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new OverflowException("The number does not fit in a HUGEINT.");
        }

        Lower = (ulong)(value & ulong.MaxValue);
        Upper = (long)(value >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = -(BigInteger.One << 127);

    public static BigInteger HugeIntMaxValue { get; } = (BigInteger.One << 127) - 1;

    public ulong Lower { get; }

    public long Upper { get; }

    public BigInteger ToBigInteger() => ((BigInteger)Upper << 64) + Lower;

    public Int128 ToInt128() => new((ulong)Upper, Lower);
}
