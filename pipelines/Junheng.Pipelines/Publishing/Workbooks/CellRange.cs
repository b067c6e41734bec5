using Junheng.Models.Findings;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>A block of cells; rows and columns count from 1, both ends included.</summary>
public sealed record CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow)
{
    /// <summary>As <c>$A$1:$C$7</c>.</summary>
    public string Fixed => FormattableString.Invariant($"${Place.Letters(FirstColumn)}${FirstRow}:${Place.Letters(LastColumn)}${LastRow}");

    /// <summary>One column from a row to the foot of the sheet.</summary>
    public static CellRange Below(int column, int firstRow) => new(column, firstRow, column, SheetWriter.MostRows);

    public static string Address(int column, int row) => Place.Cell(column, row);

    /// <summary>As <c>A1:C7</c>.</summary>
    public override string ToString() => $"{Address(FirstColumn, FirstRow)}:{Address(LastColumn, LastRow)}";
}
