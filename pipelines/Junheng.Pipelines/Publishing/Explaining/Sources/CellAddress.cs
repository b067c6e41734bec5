using System.Globalization;

namespace Junheng.Pipelines.Publishing.Explaining.Sources;

/// <summary>Reads what <c>filed_quantity.columns</c> says: letters in the row itself, or <c>D9</c>, <c>Sheet!D9</c>, <c>file!Sheet!D9</c> for a cell elsewhere.</summary>
internal readonly record struct CellAddress(string File, string Sheet, int Row, string Column)
{
    public static CellAddress Read(string text, string file, string sheet, int row)
    {
        var parts = text.Split('!');
        var letters = parts[^1].TrimEnd([.. "0123456789"]);
        var number = parts[^1][letters.Length..];
        return new CellAddress(
            parts.Length > 2 ? string.Join('!', parts[..^2]) : file,
            parts.Length > 1 ? parts[^2] : sheet,
            number.Length > 0 ? int.Parse(number, CultureInfo.InvariantCulture) : row,
            letters);
    }
}
