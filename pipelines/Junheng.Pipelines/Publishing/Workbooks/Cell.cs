using System.Globalization;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>One cell to write: words or a number, never a formula.</summary>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Style">Null for plain.</param>
public readonly record struct Cell(string Text, bool IsNumber = false, CellStyle? Style = null)
{
    static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    public static Cell Of(string text, CellStyle? style = null) => new(text, IsNumber: false, style);

    public static Cell Of(decimal number, CellStyle? style = null) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true, style);

    public static Cell Blank(CellStyle? style = null) => new("", IsNumber: false, style);

    /// <summary>Text a spreadsheet might take for a formula when somebody edits the cell, or when the sheet is saved as text and opened again.</summary>
    public bool LooksLikeFormula => !IsNumber && Text.Length > 0 && FormulaStarts.Contains(Text[0]);
}
