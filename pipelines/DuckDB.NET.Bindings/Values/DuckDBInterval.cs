namespace DuckDB.NET.Native;

/// <summary>A span in months, days and microseconds, which do not convert into one another.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBInterval(int Months, int Days, long Micros)
{
    public static implicit operator DuckDBInterval(TimeSpan span) =>
        new(0, span.Days, (span.Ticks - span.Days * TimeSpan.TicksPerDay) / TimeSpan.TicksPerMicrosecond);

    public static explicit operator TimeSpan(DuckDBInterval interval) => interval.Months == 0
        ? new(interval.Days * TimeSpan.TicksPerDay + interval.Micros * TimeSpan.TicksPerMicrosecond)
        : throw new InvalidCastException("An interval with months has no fixed length.");
}
