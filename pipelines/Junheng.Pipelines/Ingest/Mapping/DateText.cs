using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Pipelines.Ingest.Mapping.Headers;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads dates as officials type them, year first; what could be another day is no date.</summary>
public static partial class DateText
{
    static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy年M月d号", "yyyyMMdd"];

    // A spreadsheet's day 0, its leap day of 1900 that never was left out of account.
    static readonly DateOnly DayZero = new(1899, 12, 30);

    static readonly DateOnly First = new(1949, 10, 1);
    static readonly DateOnly Last = new(2100, 1, 1);

    /// <param name="date">As <c>2024-05-06</c>.</param>
    public static bool TryRead(string text, out string date)
    {
        var day = Day(HeaderText.Tidy(Midnight().Replace(text.Trim(), "")));
        date = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return day is not null;
    }

    static DateOnly? Day(string text)
    {
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        // Five digits are no other form of a date: the day's number, which a cell shows that lost its format.
        if (text.Length != 5 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        day = DayZero.AddDays(number);
        return day >= First && day < Last ? day : null;
    }

    [GeneratedRegex("[ T]0{1,2}:00(:00)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Midnight();
}
