using System.Globalization;

namespace Junheng.Models.Plans;

/// <summary>A date as exactly as a document gives it: <c>2023</c>, <c>2023-12</c> or <c>2023-12-31</c>.</summary>
/// <param name="First">First day it can mean.</param>
/// <param name="Last">Last day it can mean; what is due «by» it is due then.</param>
/// <param name="Precision"><c>day</c>, <c>month</c> or <c>year</c>.</param>
public readonly record struct PlanDay(DateOnly First, DateOnly Last, string Precision)
{
    public static PlanDay? Parse(string text)
    {
        if (Day("yyyy-MM-dd", text) is { } day) return new(day, day, "day");
        if (Day("yyyy-MM", text) is { } month) return new(month, month.AddMonths(1).AddDays(-1), "month");
        return Day("yyyy", text) is { } year ? new(year, year.AddYears(1).AddDays(-1), "year") : null;
    }

    static DateOnly? Day(string form, string text) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
