using Junheng.Models;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>A quantity as it was filed: its amount in our unit, the cells it stands in, and what the column map does to them.</summary>
/// <param name="Amount">Exact; null when it was not filed.</param>
/// <param name="Expression">How several cells make one number.</param>
/// <param name="Factor">What one of the unit filed is in ours: 10000 for 万元.</param>
/// <param name="FiledUnit">Empty when it is ours.</param>
public sealed record FiledQuantity(
    int Year,
    string School,
    string Stage,
    string Field,
    Bilingual Meaning,
    Rational? Amount,
    string Unit,
    bool Whole,
    Expression Expression,
    Rational Factor,
    string FiledUnit,
    IReadOnlyList<SourceCell> Cells)
{
    /// <summary>Which of several in one unit and year: a room, a class, a band, a subject, an assessor; empty where there is one.</summary>
    public string Item { get; init; } = "";

    /// <summary>What was filed where it is no number: the result of a judgement, the day and the paper of which stand in further cells.</summary>
    public string? Word { get; init; }

    /// <summary>The text as filed with what is done to it: <c>396.87 万元</c>, <c>12.5 × 300</c>.</summary>
    public string AsFiled
    {
        get
        {
            var between = Expression switch
            {
                Expression.Sum => " + ",
                Expression.Difference => " − ",
                Expression.Product => " × ",
                Expression.Quotient => " ÷ ",
                _ => " | ",
            };
            var filed = string.Join(between, Cells.Select(cell => cell.Text is { Length: > 0 } text ? text : "␣"));
            return FiledUnit.Length == 0 ? filed : $"{(Cells.Count > 1 ? $"({filed})" : filed)} {FiledUnit}";
        }
    }

    /// <summary>The cells' places where the file is already said.</summary>
    public string Addresses => string.Join(", ", Cells.Select(cell => cell.Sheet.Length == 0 ? cell.Address : $"{cell.Sheet}!{cell.Address}"));

    /// <summary>The cells' places, the file named once.</summary>
    public string Place => Cells.Count == 0 ? "" : string.Join(", ", Cells.Select((cell, index) => index == 0 ? cell.Place : cell.Address));
}
