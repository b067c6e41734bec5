using System.Globalization;

namespace Junheng.Pipelines.Ingest.Readers;

/// <summary>A workbook's cell as the text one would type to get it.</summary>
internal static class CellText
{
    // Nobody can type more digits than these into a spreadsheet; what lies beyond is the noise of binary fractions.
    const string TypedDigits = "G15";
    const string Plain = "0.############################";

    // Excel's way of writing the carriage return of a line break inside a cell.
    const string EscapedReturn = "_x000D_";

    public static string Of(object? value, string? format) => value switch
    {
        null => "",
        string text => text.Replace(EscapedReturn, "", StringComparison.OrdinalIgnoreCase),
        double number => Number(number, format ?? ""),
        int number => Number(number, format ?? ""),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(time.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static string Number(double number, string format)
    {
        var text = number.ToString(TypedDigits, CultureInfo.InvariantCulture);
        // A code or a sum is never written as 1.13E+09.
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return text;
        if (exact == 0 && number != 0) return text;
        if (IsPercent(format)) return (exact * 100).ToString(Plain, CultureInfo.InvariantCulture) + "%";
        var plain = exact.ToString(Plain, CultureInfo.InvariantCulture);
        // A format such as 000000 shows the zeros in front of a code, and whoever filed it saw them.
        return format.Length > 1 && format.All(character => character == '0') && exact >= 0 && plain.All(char.IsAsciiDigit) ? plain.PadLeft(format.Length, '0') : plain;
    }

    static bool IsPercent(string format)
    {
        var quoted = false;
        for (var index = 0; index < format.Length; index++)
        {
            if (format[index] == '"') quoted = !quoted;
            else if (format[index] == '\\') index++;
            else if (format[index] == '%' && !quoted) return true;
        }

        return false;
    }
}
