namespace Junheng.Models.Calendar;

/// <summary>A day of every year by which something is to be done. Read from <c>models/calendar/yearly.yaml</c>.</summary>
public sealed record YearlyDate(string Id, int Month, int Day, Bilingual Name, string Source)
{
    /// <summary>The next such day, the day itself included.</summary>
    public DateOnly From(DateOnly today)
    {
        var day = new DateOnly(today.Year, Month, Day);
        return day < today ? new DateOnly(today.Year + 1, Month, Day) : day;
    }
}
