namespace Junheng.Pipelines.Publishing.Explaining.Questions;

/// <summary>What is to be explained: a row of a table of the snapshot, whose grain values are known to exist.</summary>
/// <param name="Kind"><c>coefficient</c>, <c>indicator</c>, <c>school</c>, <c>county</c>, <c>verdict</c>, <c>county_indicator</c> or <c>row</c>.</param>
/// <param name="Key">Columns of the grain and their values; a school may be asked about without its stage.</param>
/// <param name="Column">The one cell that is asked about; null for the whole row.</param>
public sealed record Question(string Kind, string Table, IReadOnlyList<(string Column, string Value)> Key, string? Column)
{
    public string this[string column] => Key.First(pair => pair.Column == column).Value;

    public string? Find(string column) => Key.Where(pair => pair.Column == column).Select(pair => pair.Value).FirstOrDefault();

    public int Year => int.Parse(this["year"], System.Globalization.CultureInfo.InvariantCulture);
}
