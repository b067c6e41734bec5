namespace Junheng.Models.Findings;

/// <summary>Where something stands in what was filed. Rows count from 1 as a spreadsheet shows them; 0 is the whole file or sheet.</summary>
/// <param name="File">Path as the source names it, never an absolute one.</param>
/// <param name="Sheet">Sheet of a workbook; empty for text files.</param>
/// <param name="Column">Letter and header of the column, such as <c>D 在校生数</c>; for our own formats the key.</param>
public readonly record struct Place(string File, string Sheet = "", int Row = 0, string Column = "")
{
    /// <summary>The spreadsheet letters of a column counted from 1: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>The address of one cell, such as <c>D7</c>.</summary>
    public static string Cell(int column, int row) => FormattableString.Invariant($"{Letters(column)}{row}");
}
