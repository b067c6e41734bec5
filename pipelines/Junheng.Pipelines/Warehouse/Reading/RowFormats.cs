using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Junheng.Pipelines.Warehouse.Reading;

/// <summary>Rows as text for other programs: culture-free, header first, nothing else.</summary>
public static class RowFormats
{
    static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One value as it stands in CSV and in the terminal's tables; missing is empty.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static void WriteCsv(RowSet rows, TextWriter writer)
    {
        writer.Write(string.Join(',', rows.Columns.Select(CsvCell)) + "\n");
        foreach (var row in rows.Rows) writer.Write(string.Join(',', row.Select(CsvCell)) + "\n");
    }

    public static void WriteJson(RowSet rows, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json);
        json.WriteStartArray();
        foreach (var row in rows.Rows)
        {
            json.WriteStartObject();
            for (var index = 0; index < row.Count; index++)
            {
                json.WritePropertyName(rows.Columns[index]);
                Write(json, row[index]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        stream.Write("\n"u8);
    }

    static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int or long or short or byte or sbyte: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case ushort or uint or ulong: json.WriteNumberValue(Convert.ToUInt64(value, CultureInfo.InvariantCulture)); break;
            case System.Numerics.BigInteger number: json.WriteRawValue(Text(number)); break;
            default: json.WriteStringValue(Text(value)); break;
        }
    }

    // Words that a spreadsheet would run as a formula are defused; numbers are numbers.
    static string CsvCell(object? value) =>
        Quoted(value is string { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? "'" + value : Text(value));

    static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : new StringBuilder(text).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
