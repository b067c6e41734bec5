using System.Globalization;

namespace Junheng.Pipelines.Synthesis;

/// <summary>A table as offices send it: a title, the header, the data and a total. No cell needs quotes.</summary>
sealed class Sheet(string title, IReadOnlyList<string> headers, int texts)
{
    readonly List<IReadOnlyList<string>> rows = [];

    public IReadOnlyList<string> Headers => headers;

    /// <summary>The column whose numbers do not add up.</summary>
    public string? NoTotal { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    public void Add(IReadOnlyList<string> row) => rows.Add(row);

    /// <summary>All of it, from the title to the total.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines =>
    [
        [title, .. Enumerable.Repeat("", headers.Count - 1)],
        headers,
        .. rows,
        ["合计", .. Enumerable.Repeat("", texts - 1), .. Enumerable.Range(texts, headers.Count - texts).Select(Total)],
    ];

    string Total(int column) => headers[column] == NoTotal ? "" : Cell(rows.Sum(row => Number(row[column])));

    /// <summary>What was not filed adds nothing to an office's total, though it is not zero.</summary>
    static decimal Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static string Cell(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
