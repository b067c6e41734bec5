using System.Globalization;

namespace Junheng.Pipelines.Ingest.Mapping;

/// <summary>Reads codes that a spreadsheet took for numbers.</summary>
internal static class CodeText
{
    /// <summary>
    /// The code with its lost leading zeros, and without the <c>.0</c> of a number; null when it has too many digits, or is no digits: of 1.13E+09 the last digits
    /// are gone for good.
    /// </summary>
    public static string? Read(string text, int digits)
    {
        var plain = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (plain.Length == 0 || plain.Length > digits || !plain.All(char.IsAsciiDigit)) return null;
        return plain.PadLeft(digits, '0');
    }
}

/// <summary>Codes that got their zeros back: told once a column, not once a school.</summary>
internal sealed class PaddedCodes
{
    readonly Dictionary<(string File, string Sheet, string Column), (Models.Findings.Place First, string Text, string Code, int Count)> columns = [];

    public void Add(Models.Findings.Place place, string text, string code)
    {
        var key = (place.File, place.Sheet, place.Column);
        columns[key] = columns.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : (place, text, code, 1);
    }

    public IEnumerable<Models.Findings.Finding> Findings() => columns.Values.Select(one => Models.Findings.Finding.Note(
        "CODE-PADDED", one.First, one.Text, ("code", one.Code), ("count", one.Count.ToString(CultureInfo.InvariantCulture))));
}
