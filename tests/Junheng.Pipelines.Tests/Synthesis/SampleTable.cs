using System.Globalization;

namespace Junheng.Pipelines.Tests.Synthesis;

/// <summary>A table of the sample, read with nothing but a split: it has no quotes.</summary>
sealed class SampleTable
{
    SampleTable(string[] lines)
    {
        Title = lines[0].Split(',')[0];
        Headers = lines[1].Split(',');
        Rows = [.. lines[2..^1].Select(Row)];
        Total = Row(lines[^1]);
    }

    public string Title { get; }

    public string[] Headers { get; }

    public IReadOnlyList<Dictionary<string, string>> Rows { get; }

    public Dictionary<string, string> Total { get; }

    public static SampleTable Read(string path) => new(File.ReadAllLines(path));

    /// <summary>Null where nothing was filed.</summary>
    public static decimal? Number(string cell) =>
        cell is "" or "-" ? null : decimal.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    Dictionary<string, string> Row(string line) =>
        Headers.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
}
