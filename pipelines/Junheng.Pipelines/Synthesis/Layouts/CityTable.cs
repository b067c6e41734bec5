using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Models.Findings;
using Junheng.Pipelines.Formats.Yaml;

namespace Junheng.Pipelines.Synthesis.Layouts;

/// <summary>One table of the sample, its rows in our own words: what any other layout is written from.</summary>
/// <param name="Year">The year of every row; null where each row says its own.</param>
/// <param name="Folder">It lies in.</param>
/// <param name="FolderPattern">The folder as source.yaml names it.</param>
/// <param name="Rows">Field → value as we call it, in the field's own unit; blank and <c>-</c> stay as they are.</param>
sealed partial record CityTable(string Dataset, int? Year, string Folder, string FolderPattern, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    static readonly Dictionary<string, decimal> Factors = new(StringComparer.Ordinal) { ["万元"] = 10_000 };

    /// <summary>Reads a table by the sample's own column map.</summary>
    public static CityTable Of(FiledTable table)
    {
        var columns = LayoutOf(table.Dataset, table.Year ?? Years.Last).Map("columns")!;
        var readers = columns.Keys.Select(field => (Field: field, Read: ReaderOf(columns, field, table.Sheet.Headers))).ToList();
        return new CityTable(table.Dataset, table.Year, table.Folder, table.FolderPattern, table.Sheet.Rows.Select(row => Restated(row, readers, table.Year)).ToList());
    }

    static Dictionary<string, string> Restated(IReadOnlyList<string> row, IEnumerable<(string Field, Func<IReadOnlyList<string>, string> Read)> readers, int? year)
    {
        var values = readers.ToDictionary(reader => reader.Field, reader => reader.Read(row), StringComparer.Ordinal);
        if (year is { } said) values["year"] = said.ToString(CultureInfo.InvariantCulture);
        return values;
    }

    static Func<IReadOnlyList<string>, string> ReaderOf(YamlMap columns, string field, IReadOnlyList<string> headers)
    {
        var rule = columns.IsMap(field) ? columns.Map(field) : null;
        var index = headers.ToList().IndexOf(rule?.Text("from") ?? columns.TextOr(field, ""));
        if (index < 0) throw new InvalidOperationException($"The sample has no column for {field}.");
        var words = rule?.MapOrNull("values");
        var factor = Factors.GetValueOrDefault(rule?.TextOr("unit", "") ?? "", 1);
        return row => words is not null ? words.TextOr(row[index], row[index]) : factor == 1 ? row[index] : Scaled(row[index], factor);
    }

    static string Scaled(string cell, decimal factor) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Sheet.Cell(number * factor) : cell;

    static YamlMap LayoutOf(string dataset, int year)
    {
        var findings = new FindingList();
        var map = YamlFile.Parse("maps/demo-city.yaml", Templates.Map, findings)!;
        return map.Map("datasets")!.Maps(dataset).First(layout => YearRange().Match(layout.TextOr("years", "")) is { Success: true } match
            && year >= Number(match.Groups["first"]) && year <= Number(match.Groups["last"]));
    }

    static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<first>[0-9]{4})-(?<last>[0-9]{4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearRange();
}
