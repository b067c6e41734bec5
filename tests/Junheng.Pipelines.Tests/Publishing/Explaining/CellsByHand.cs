using System.Globalization;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Ingest.Mapping;
using Junheng.Pipelines.Publishing.Explaining.Sources;

namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>An amount as a person reads it out of the files: the texts of its cells, put together and brought into our unit as the explanation says.</summary>
sealed class CellsByHand(OriginalFiles files)
{
    public double? Amount(FiledQuantity filed)
    {
        var numbers = filed.Cells.Select(cell => Number(files.Cell(cell.File, cell.Address))).ToList();
        if (numbers.Count == 0 || numbers.Exists(number => number is null)) return null;
        var values = numbers.ConvertAll(number => number!.Value);
        var made = filed.Expression switch
        {
            Expression.Product => values.Aggregate((product, next) => product * next),
            Expression.Quotient => values[1] == 0 ? double.NaN : values[0] / values[1],
            Expression.Sum => values.Sum(),
            _ => values.Single(),
        };
        return double.IsNaN(made) ? null : made * Double(filed.Factor);
    }

    static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static double Double(Rational number) => (double)number.Numerator / (double)number.Denominator;
}
