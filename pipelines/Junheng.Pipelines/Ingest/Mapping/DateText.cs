using System.Globalization;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads dates as officials type them, year first; what could be another day is no date.</summary>
public static class DateText
{
    static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <param name="date">As <c>2024-05-06</c>.</param>
    public static bool TryRead(string text, out string date)
    {
        var found = DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = found ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return found;
    }
}
